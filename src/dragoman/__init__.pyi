from dragoman.library import Pair as Pair
from dragoman.library import Record as Record
from dragoman.library import Rows as Rows
from dragoman.library import open as open
from dragoman.library import party as party
from dragoman.library import read as read
from dragoman.library import read_text as read_text
from dragoman.library import routes as routes
from dragoman.library import scenario as scenario
from dragoman.library import scenarios as scenarios

__version__: str
