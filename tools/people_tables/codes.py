"""Codes of sides: which folder the tables lie in, and which label means which polity."""

import csv
from functools import cache
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "dragoman"
DATA = PACKAGE / "knowledge" / "data"

WIKIDATA_LABELS = {
    "People's Republic of China": "CHN", "Republic of Ireland": "IRL", "Ivory Coast": "CIV",
    "Kingdom of Denmark": "DNK", "Kingdom of the Netherlands": "NLD", "Kosovo": "XKX",
    "The Bahamas": "BHS", "The Gambia": "GMB", "East Timor": "TLS", "Vatican City": "VAT",
    "State of Palestine": "PSE", "Republic of the Congo": "COG", "Czech Republic": "CZE",
    "Democratic Republic of the Congo": "COD", "United States of America": "USA",
    "Cape Verde": "CPV", "European Union": "EUR", "Federated States of Micronesia": "FSM",
    "Sahrawi Arab Democratic Republic": "ESH", "Myanmar": "MMR", "Turkey": "TUR",
    "Taiwan": "TWN", "Bosnia and Herzegovina": "BIH", "Antigua and Barbuda": "ATG",
    "Saint Kitts and Nevis": "KNA", "Saint Lucia": "LCA", "Trinidad and Tobago": "TTO",
    "Saint Vincent and the Grenadines": "VCT", "São Tomé and Príncipe": "STP",
    "Holy See": "VAT", "Hong Kong": "HKG", "Macau": "MAC",
}  # fmt: skip
ORGANIZATIONS = {
    "UNO", "EUR", "NAT", "LAS", "GCC", "OIC", "AFU", "ASE", "IAE", "IMF", "WBK", "ICC", "OAS",
    "WTO", "OPC", "OSC", "COE", "SCO", "ADB", "ISD", "AMU", "IGA", "CMW", "CTO", "OPW", "ECW",
    "RCR", "SAA", "BRX", "MWL", "IEA", "CIS", "SAD", "APE", "OEC", "AFD", "AFX", "AIB", "AMF",
    "AMN", "BAD", "CMS", "CRC", "CST", "CTB", "DCO", "EAC", "EBR", "EEU", "FFA", "GEC", "HRW",
    "ICG", "IDB", "IEF", "IEN", "INT", "IOL", "IPU", "IRE", "NDB", "NRF", "OAP", "OIF", "OPF",
    "OTS", "PIF", "RWB", "UFM", "WEF",
}  # fmt: skip


@cache
def polities() -> tuple[dict[str, str], dict[str, str]]:
    """Three-letter codes by English name and by two-letter code."""
    rows = list(csv.DictReader((DATA / "polities.csv").open(encoding="utf-8")))
    names = {row["name"]: row["code"] for row in rows}
    codes = {row["iso2"]: row["code"] for row in rows}
    for code, name in Locale("en").territories.items():
        if code in codes:
            names.setdefault(name, codes[code])
    return {**names, **WIKIDATA_LABELS}, codes


def iso3(label: str) -> str:
    """The three-letter code of a country by its label in Wikidata; empty where there is none."""
    return polities()[0].get(label, "")


def iso3_of_2(code: str) -> str:
    """The three-letter code for a two-letter one; empty where it is no polity."""
    return "XKX" if code == "XK" else polities()[1].get(code, "")
