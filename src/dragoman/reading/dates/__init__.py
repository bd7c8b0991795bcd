"""Times: every time expression of a text resolved to EDTF (docs/design/periods.md)."""
