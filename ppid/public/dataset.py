"""The register described as a dataset, in the words of DCAT 3 and schema.org."""

from typing import Any

from ppid.office.queries import office
from ppid.public.queries import PublicRegister

FORMS = (
    ("/dik.csv", "text/csv", "CSV"),
    ("/dik.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    ("/dik.json", "application/json", "JSON"),
    ("/dik.atom", "application/atom+xml", "Atom"),
)
LANGUAGE = "http://publications.europa.eu/resource/authority/language/IND"


def describe_dataset(register: PublicRegister, root: str) -> dict[str, Any]:
    """The catalogue with its one dataset; ``root`` is the address of the site."""
    publisher = {"@type": "foaf:Organization", "foaf:name": office().body_name}
    title = f"Daftar Informasi yang Dikecualikan {office().body_name}"
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@id": f"{root}/dcat.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": title,
        "dct:publisher": publisher,
        "dct:language": LANGUAGE,
        "dcat:dataset": {
            "@id": f"{root}/dik",
            "@type": "dcat:Dataset",
            "dct:title": title,
            "dct:description": "Informasi publik yang dikecualikan beserta dasar hukum, "
            "konsekuensi, jangka waktu, dan keadaannya (UU 14/2008 Pasal 17).",
            "dct:publisher": publisher,
            "dct:language": LANGUAGE,
            "dct:modified": register.on.isoformat(),
            "dct:conformsTo": f"{root}/dik.schema.json",
            "dcat:landingPage": f"{root}/data-terbuka",
            "dcat:keyword": ["DIK", "informasi dikecualikan", "PPID", "keterbukaan informasi"],
            "dcat:distribution": [_distribution(root, *form) for form in FORMS],
        },
    }


def _distribution(root: str, path: str, media_type: str, name: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:mediaType": media_type,
        "dcat:accessURL": root + path,
        "dcat:downloadURL": root + path,
    }
