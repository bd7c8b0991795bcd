"""Works, goods, lines and programmes abroad in the many words of news prose: who does what where."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str) -> set[str]:
    """Projects and instruments of a text, a line each: kind/mode, actor > recipient, status."""
    return {
        f"{s.kind}/{s.mode} {','.join(sorted(s.actor))}>{','.join(sorted(s.recipient))} {s.status}"
        for s in load_reader().read(Document("x", text, title=None, date="2025-06-12"))
        if s.kind in ("project", "instrument")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Work has started in the Maldives on a causeway financed with a $400 million Indian credit line.",
            "project/construction IND>MDV actual",
        ),
        (
            "A student dormitory built with Kuwaiti money was handed over to Bosnia and Herzegovina in June.",
            "project/construction KWT>BIH actual",
        ),
        (
            "The megaport at Chancay, Peru, was developed by China's Cosco.",
            "project/construction CHN>PER actual",
        ),
        (
            "A German company intends to set up a green hydrogen plant in Namibia.",
            "project/construction DEU>NAM planned",
        ),
        (
            "A green hydrogen plant is to be set up in Namibia by a German firm.",
            "project/construction DEU>NAM planned",
        ),
        (
            "India will assist Nepal in building 12 schools.",
            "project/construction IND>NPL planned",
        ),
        (
            "In Vanuatu, the new presidential palace was a present from Beijing.",
            "project/construction CHN>VUT actual",
        ),
        (
            "Moscow pours concrete for the fourth unit of Egypt's El Dabaa nuclear plant.",
            "project/construction RUS>EGY actual",
        ),
        (
            "A 218-kilometre transmission line is being strung between Mozambique and Malawi.",
            "project/construction MOZ,MWI> actual",
        ),
        (
            "The interconnector Greece-Bulgaria was completed in 2022.",
            "project/construction BGR,GRC> actual",
        ),
        (
            "Denmark and Germany are boring an 18-kilometre tunnel beneath the Fehmarn Belt.",
            "project/construction DEU,DNK> actual",
        ),
        (
            "Brazil and Guyana have agreed to pave the road from Lethem to Linden.",
            "project/construction BRA,GUY> planned",
        ),
        (
            "Morocco and Nigeria are pushing ahead with a gas pipeline along the Atlantic coast.",
            "project/construction MAR,NGA> planned",
        ),
        (
            "An industrial zone near Suez will be established by a British developer in Egypt.",
            "project/construction GBR>EGY planned",
        ),
        (
            "A Chinese firm has been awarded the contract for the new Demerara bridge in Guyana.",
            "project/construction CHN>GUY planned",
        ),
        (
            "Chinese battery maker CATL broke ground for its factory in Hungary last year.",
            "project/construction CHN>HUN actual",
        ),
        (
            "Vietnam presented Laos with a new national assembly building.",
            "project/construction VNM>LAO actual",
        ),
        (
            "Several government buildings in Bamako, Mali, were financed by Libya.",
            "project/construction LBY>MLI actual",
        ),
        (
            "Warsaw intends to extend a standard-gauge track to Lviv in Ukraine.",
            "project/modernisation POL>UKR planned",
        ),
        (
            "The Mangdechhu hydroelectric project in Bhutan was executed with Indian assistance.",
            "project/construction IND>BTN actual",
        ),
        (
            "Indian Prime Minister Narendra Modi and his Mauritian counterpart inaugurated a supreme court building financed by India.",
            "project/construction IND>MUS actual",
        ),
        (
            "Egypt drilled 30 groundwater wells in the Democratic Republic of the Congo.",
            "project/construction EGY>COD actual",
        ),
        (
            "Cairo has completed six drinking water stations in South Sudan.",
            "project/construction EGY>SSD actual",
        ),
        (
            "Russian Railways has pledged to overhaul Cuba's rail network.",
            "project/modernisation RUS>CUB planned",
        ),
        (
            "Spain and France are strengthening the power line across the Pyrenees.",
            "project/modernisation ESP,FRA> actual",
        ),
        (
            "Bangladesh and India restored five rail links that were cut in 1965.",
            "project/modernisation BGD,IND> actual",
        ),
        (
            "India funded a water scheme serving 16 towns in Tanzania.",
            "project/construction IND>TZA actual",
        ),
        (
            "Two hydroelectric stations have been put up by an Italian utility in Albania.",
            "project/construction ITA>ALB actual",
        ),
        (
            "ADQ of Abu Dhabi will develop a new town at Ras el-Hekma on Egypt's coast.",
            "project/construction ARE>EGY planned",
        ),
        (
            "France and Italy are boring the Mont Cenis base tunnel between Lyon and Turin.",
            "project/construction FRA,ITA> actual",
        ),
        (
            "Finland supported the rehabilitation of rural water points in Zambia.",
            "project/modernisation FIN>ZMB actual",
        ),
        (
            "Sweden and Estonia will look into a second power cable.",
            "project/construction EST,SWE> proposed",
        ),
    ],
)
def test_works_built_and_mended_abroad(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two undersea cables tie the grids of Spain and Morocco together.",
            "project/integration ESP,MAR> actual",
        ),
        (
            "Ukraine and Moldova were synchronised with the European power grid in March 2022.",
            "project/integration MDA,UKR> actual",
        ),
        (
            "The Senegambia bridge, opened in 2019, connects the two halves of Senegal through the Gambia.",
            "project/integration GMB,SEN> actual",
        ),
        (
            "A fibre-optic cable connecting Iceland and Ireland was landed in Galway.",
            "project/integration IRL,ISL> actual",
        ),
        (
            "Sydney, Australia, will be a landing point of Chile's Humboldt cable.",
            "project/integration AUS,CHL> planned",
        ),
        (
            "Mongolia's new line hooks the Tavan Tolgoi mine up to the Chinese rail network.",
            "project/integration CHN,MNG> actual",
        ),
        (
            "Bolivia ships its minerals through the Chilean ports of Arica and Iquique.",
            "project/transit BOL,CHL> actual",
        ),
        (
            "Malawi relies on the Mozambican port of Nacala for its exports.",
            "project/transit MOZ,MWI> actual",
        ),
        (
            "Afghan traders send their fruit to India via Iran's Chabahar.",
            "project/transit AFG,IND,IRN> actual",
        ),
        (
            "Burkina Faso's cargo is now being routed through Ghana.",
            "project/transit BFA,GHA> actual",
        ),
        (
            "Uzbek trucks drove through Afghanistan to Karachi in Pakistan.",
            "project/transit AFG,PAK,UZB> actual",
        ),
        (
            "Copper from Zambia is carried to the Angolan port of Lobito.",
            "project/transit AGO,ZMB> actual",
        ),
        (
            "The Southern Interconnection will tie Bosnia's gas network to that of Croatia.",
            "project/integration BIH,HRV> planned",
        ),
        (
            "Oman has been linked to the Gulf power grid through the Emirates.",
            "project/integration ARE,OMN> actual",
        ),
    ],
)
def test_lines_joined_and_countries_passed(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first K2 tanks from South Korea were unloaded at Gdynia, Poland.",
            "project/supply KOR>POL actual",
        ),
        (
            "Paraguay sells most of its share of Yacyreta power to Argentina.",
            "project/supply PRY>ARG actual",
        ),
        (
            "Sonatrach pumps 20 bcm of gas a year to Italy.",
            "project/supply DZA>ITA actual",
        ),
        (
            "Washington granted Jordan eight Black Hawk helicopters.",
            "project/supply USA>JOR actual",
        ),
        (
            "The S-400 system was bought by Ankara from Moscow in 2017.",
            "project/supply RUS>TUR actual",
        ),
        (
            "Benin depends on Nigeria for its power supply.",
            "project/supply NGA>BEN actual",
        ),
        (
            "The Philippines took receipt of the second batch of BrahMos missiles from India.",
            "project/supply IND>PHL actual",
        ),
        (
            "Sweden is selling Thailand four Gripens.",
            "project/supply SWE>THA actual",
        ),
        (
            "The supply by a Czech company of 12 training jets to Nigeria was held up.",
            "project/supply CZE>NGA actual",
        ),
        (
            "Kuwaiti planes brought 40 tonnes of medicine to Yemen.",
            "project/supply KWT>YEM actual",
        ),
        (
            "A Mexican tanker unloaded 300,000 barrels of crude in Matanzas, Cuba.",
            "project/supply MEX>CUB actual",
        ),
    ],
)
def test_goods_power_and_arms_supplied(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dutch engineers are designing a sea wall off Jakarta, Indonesia.",
            "project/study NLD>IDN actual",
        ),
        (
            "Germany and Costa Rica carry out triangular projects in Honduras.",
            "project/venture CRI,DEU,HND> actual",
        ),
        (
            "Petronas has been producing gas off Turkmenistan since 2006.",
            "project/venture MYS>TKM actual",
        ),
        (
            "PetroChina took over the West Qurna 1 field in Iraq.",
            "project/venture CHN>IRQ actual",
        ),
        (
            "The project is implemented by a British charity in Kazakhstan.",
            "project/venture GBR>KAZ actual",
        ),
        (
            "Switzerland is implementing a programme for small firms in North Macedonia.",
            "project/venture CHE>MKD actual",
        ),
        (
            "A Swedish-funded vocational programme has been launched in Bangladesh.",
            "project/venture SWE>BGD actual",
        ),
        (
            "KOICA launched a pilot project on smart farming in Peru.",
            "project/venture KOR>PER actual",
        ),
        (
            "A pilot project for flood warning, financed by the Netherlands, is under way in Kenya.",
            "project/venture NLD>KEN actual",
        ),
        (
            "USAID's literacy programme in Liberia has been extended until 2026.",
            "project/venture USA>LBR actual",
        ),
        (
            "Norway and Latvia are partners in a programme to train prison officers.",
            "project/venture LVA,NOR> actual",
        ),
        (
            "Australia will pay for a study of a gas pipeline to Timor-Leste.",
            "project/study AUS>TLS planned",
        ),
        (
            "Chilean and Uruguayan scientists are jointly studying glaciers on King George Island.",
            "project/study CHL,URY> actual",
        ),
        (
            "Indian surveyors have finished the location survey for the Raxaul-Kathmandu railway in Nepal.",
            "project/study IND>NPL actual",
        ),
        (
            "Czech geologists are mapping landslides in Georgia.",
            "project/study CZE>GEO actual",
        ),
        (
            "Switzerland finances a migration programme in Tunisia.",
            "project/venture CHE>TUN actual",
        ),
        (
            "The German agency GIZ has been running vocational training projects in Vietnam since 1993.",
            "project/venture DEU>VNM actual",
        ),
        (
            "Denmark ended its development programme in Mali in 2024.",
            "project/venture DNK>MLI ended",
        ),
        (
            "A dairy project was set up in Zambia by Israeli experts.",
            "project/venture ISR>ZMB actual",
        ),
        (
            "Polish Aid carries out projects for small farmers in Moldova.",
            "project/venture POL>MDA actual",
        ),
        (
            "Chile's Falabella took over a retail chain in Colombia.",
            "project/venture CHL>COL actual",
        ),
        (
            "Finnish geologists have surveyed groundwater in Nepal.",
            "project/study FIN>NPL actual",
        ),
        (
            "Spain and Morocco have commissioned a new study on the Gibraltar tunnel.",
            "project/study ESP,MAR> actual",
        ),
        (
            "India and Nepal are neighbours. India's projects in the country include a hospital.",
            "project/venture IND>NPL actual",
        ),
        (
            "Canada is working with Jordan on a programme for refugee women.",
            "project/venture CAN,JOR> actual",
        ),
    ],
)
def test_programmes_firms_and_studies_abroad(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks between Armenia and France ended with a joint statement.",
            "instrument/declaration ARM,FRA> actual",
        ),
        (
            "Britain tore up the migration deal with Rwanda.",
            "instrument/agreement GBR,RWA> ended",
        ),
        (
            "A double taxation agreement is in place between Singapore and Rwanda.",
            "instrument/agreement RWA,SGP> actual",
        ),
        (
            "Iceland and the Faroe Islands are parties to the Hoyvik Agreement.",
            "instrument/agreement FRO,ISL> actual",
        ),
    ],
)
def test_agreements_that_stand_end_or_close_talks(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's government will build a refinery in Tema, unlike Nigeria.",
        "South Africa's Eskom will build new power lines, while Namibia expects rain.",
        "Peru built 400 schools in the Andes last year, more than Bolivia did.",
        "The Ecuadorian government electrified 300 villages, following Peru's example.",
        "The Armenian church in India was built by merchants in 1724.",
        "Turkey and Greece should build bridges between their peoples.",
        "A Brazilian midfielder inked a three-year deal with the Portuguese side.",
        "The Peruvian geologist studied in Chile before he mapped Lima.",
        "Norway ran a radio programme on Peru.",
        "Migrants from Chad reach Libya on their way to Italy.",
        "An Indian restaurant opened in Dublin, Ireland.",
        "The pipeline of talent from Senegal to France is drying up.",
        "Vietnamese students take part in a training programme of the Hungarian army's museum.",
        "Smugglers carried cocaine from Colombia through Ecuador to Belgium.",
        "DNA links people in Iceland with Ireland.",
    ],
)
def test_what_only_looks_like_works_abroad(text: str) -> None:
    assert _read(text) == set()
