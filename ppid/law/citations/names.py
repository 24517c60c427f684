"""The names of regulations: phrases that begin one, short names, and titles known beforehand."""

from ppid.law.citations.kinds import RegulationKind as Kind

# What follows the phrase: nothing, a region, a ministry, or a body's or post's name.
PLAIN, REGION, MINISTRY, BODY, HEAD = "plain", "region", "ministry", "body", "head"

_PHRASES: dict[str, tuple[Kind, str]] = {
    "undang - undang darurat": (Kind.UU, PLAIN),
    "undang undang darurat": (Kind.UU, PLAIN),
    "uu darurat": (Kind.UU, PLAIN),
    "undang - undang dasar": (Kind.UUD, PLAIN),
    "undang undang dasar": (Kind.UUD, PLAIN),
    "uud": (Kind.UUD, PLAIN),
    "undang - undang": (Kind.UU, PLAIN),
    "undang undang": (Kind.UU, PLAIN),
    "u . u": (Kind.UU, PLAIN),
    "uu": (Kind.UU, PLAIN),
    "peraturan pemerintah pengganti undang - undang": (Kind.PERPU, PLAIN),
    "peraturan pemerintah pengganti undang undang": (Kind.PERPU, PLAIN),
    "peraturan pemerintah pengganti uu": (Kind.PERPU, PLAIN),
    "perpu": (Kind.PERPU, PLAIN),
    "perppu": (Kind.PERPU, PLAIN),
    "peraturan pemerintah": (Kind.PP, PLAIN),
    "pp": (Kind.PP, PLAIN),
    "peraturan presiden": (Kind.PERPRES, PLAIN),
    "perpres": (Kind.PERPRES, PLAIN),
    "keputusan presiden": (Kind.KEPPRES, PLAIN),
    "keppres": (Kind.KEPPRES, PLAIN),
    "kepres": (Kind.KEPPRES, PLAIN),
    "instruksi presiden": (Kind.INPRES, PLAIN),
    "inpres": (Kind.INPRES, PLAIN),
    "peraturan komisi informasi pusat": (Kind.PERKI, PLAIN),
    "peraturan komisi informasi": (Kind.PERKI, PLAIN),
    "peraturan ki": (Kind.PERKI, PLAIN),
    "peraturan komisi informasi publik": (Kind.PERKI, PLAIN),
    "perkip": (Kind.PERKI, PLAIN),
    "perki": (Kind.PERKI, PLAIN),
    "peraturan mahkamah agung": (Kind.PERMA, PLAIN),
    "perma": (Kind.PERMA, PLAIN),
    "peraturan daerah": (Kind.PERDA, REGION),
    "perda": (Kind.PERDA, REGION),
    "qanun": (Kind.PERDA, REGION),
    "peraturan gubernur": (Kind.PERGUB, REGION),
    "pergub": (Kind.PERGUB, REGION),
    "peraturan bupati": (Kind.PERBUP, REGION),
    "perbup": (Kind.PERBUP, REGION),
    "peraturan walikota": (Kind.PERWALI, REGION),
    "peraturan wali kota": (Kind.PERWALI, REGION),
    "perwali": (Kind.PERWALI, REGION),
    "perwal": (Kind.PERWALI, REGION),
    "perwako": (Kind.PERWALI, REGION),
    "keputusan gubernur": (Kind.KEPGUB, REGION),
    "surat keputusan gubernur": (Kind.KEPGUB, REGION),
    "sk gubernur": (Kind.KEPGUB, REGION),
    "kepgub": (Kind.KEPGUB, REGION),
    "keputusan bupati": (Kind.KEPBUP, REGION),
    "surat keputusan bupati": (Kind.KEPBUP, REGION),
    "sk bupati": (Kind.KEPBUP, REGION),
    "kepbup": (Kind.KEPBUP, REGION),
    "keputusan walikota": (Kind.KEPWALI, REGION),
    "keputusan wali kota": (Kind.KEPWALI, REGION),
    "sk walikota": (Kind.KEPWALI, REGION),
    "kepwali": (Kind.KEPWALI, REGION),
    "peraturan menteri": (Kind.PERMEN, MINISTRY),
    "permen": (Kind.PERMEN, MINISTRY),
    "keputusan menteri": (Kind.KEPMEN, MINISTRY),
    "kepmen": (Kind.KEPMEN, MINISTRY),
    "instruksi menteri": (Kind.INMEN, MINISTRY),
    "inmen": (Kind.INMEN, MINISTRY),
    "perka": (Kind.PERBAN, HEAD),
    "perlem": (Kind.PERBAN, BODY),
    "perban": (Kind.PERBAN, BODY),
    "peraturan": (Kind.LAIN, BODY),
    "surat keputusan": (Kind.KEPUTUSAN, BODY),
    "keputusan": (Kind.KEPUTUSAN, BODY),
    "sk": (Kind.KEPUTUSAN, BODY),
    "skb": (Kind.KEPUTUSAN, BODY),
    "kep": (Kind.KEPUTUSAN, BODY),
    "instruksi": (Kind.INSTRUKSI, BODY),
    "surat edaran": (Kind.SE, BODY),
    "se": (Kind.SE, BODY),
}
PHRASES = {tuple(phrase.split()): meaning for phrase, meaning in _PHRASES.items()}
LONGEST_PHRASE = max(len(phrase) for phrase in PHRASES)

# One word that names both the kind and the office.
JOINED_BODIES = {
    "pmk": (Kind.PERMEN, "Menteri Keuangan"),
    "kmk": (Kind.KEPMEN, "Menteri Keuangan"),
    "pojk": (Kind.PERBAN, "Otoritas Jasa Keuangan"),
    "pkpu": (Kind.PERBAN, "Komisi Pemilihan Umum"),
    "pbi": (Kind.PERBAN, "Bank Indonesia"),
    "perbawaslu": (Kind.PERBAN, "Badan Pengawas Pemilihan Umum"),
    "perpol": (Kind.PERBAN, "Kepolisian Negara Republik Indonesia"),
    "perkap": (Kind.PERBAN, "Kepala Kepolisian Negara Republik Indonesia"),
    "perkapolri": (Kind.PERBAN, "Kepala Kepolisian Negara Republik Indonesia"),
}

# One word that names the kind and begins the name of the office.
JOINED_POSTS = {
    "permenko": (Kind.PERMEN, "Menteri Koordinator Bidang"),
    "perdirjen": (Kind.LAIN, "Direktur Jenderal"),
    "kepdirjen": (Kind.KEPUTUSAN, "Direktur Jenderal"),
    "persesjen": (Kind.LAIN, "Sekretaris Jenderal"),
    "persekjen": (Kind.LAIN, "Sekretaris Jenderal"),
    "kepsekjen": (Kind.KEPUTUSAN, "Sekretaris Jenderal"),
    "perdir": (Kind.LAIN, "Direksi"),
    "perdes": (Kind.LAIN, "Desa"),
    "pertor": (Kind.LAIN, "Rektor"),
}

KIP_TITLE = "Keterbukaan Informasi Publik"

# Short name → (kind, number, year, title). None in place of a number: several laws bear the name.
_ALIASES: dict[str, tuple[Kind, str | None, int | None, str]] = {
    "keterbukaan informasi publik": (Kind.UU, "14", 2008, KIP_TITLE),
    "keterbukaan informasi": (Kind.UU, "14", 2008, KIP_TITLE),
    "kip": (Kind.UU, "14", 2008, KIP_TITLE),
    "pdp": (Kind.UU, "27", 2022, "Pelindungan Data Pribadi"),
    "pelindungan data pribadi": (Kind.UU, "27", 2022, "Pelindungan Data Pribadi"),
    "perlindungan data pribadi": (Kind.UU, "27", 2022, "Pelindungan Data Pribadi"),
    "ite": (Kind.UU, "11", 2008, "Informasi dan Transaksi Elektronik"),
    "informasi dan transaksi elektronik": (
        Kind.UU,
        "11",
        2008,
        "Informasi dan Transaksi Elektronik",
    ),
    "kearsipan": (Kind.UU, "43", 2009, "Kearsipan"),
    "pelayanan publik": (Kind.UU, "25", 2009, "Pelayanan Publik"),
    "rahasia dagang": (Kind.UU, "30", 2000, "Rahasia Dagang"),
    "telekomunikasi": (Kind.UU, "36", 1999, "Telekomunikasi"),
    "ham": (Kind.UU, "39", 1999, "Hak Asasi Manusia"),
    "hak asasi manusia": (Kind.UU, "39", 1999, "Hak Asasi Manusia"),
    "intelijen": (Kind.UU, "17", 2011, "Intelijen Negara"),
    "intelijen negara": (Kind.UU, "17", 2011, "Intelijen Negara"),
    "pers": (Kind.UU, "40", 1999, "Pers"),
    "keuangan negara": (Kind.UU, "17", 2003, "Keuangan Negara"),
    "perbendaharaan negara": (Kind.UU, "1", 2004, "Perbendaharaan Negara"),
    "praktik kedokteran": (Kind.UU, None, None, "Praktik Kedokteran"),
    "rumah sakit": (Kind.UU, None, None, "Rumah Sakit"),
    "narkotika": (Kind.UU, "35", 2009, "Narkotika"),
    "adminduk": (Kind.UU, "23", 2006, "Administrasi Kependudukan"),
    "administrasi kependudukan": (Kind.UU, "23", 2006, "Administrasi Kependudukan"),
    "hpp": (Kind.UU, "7", 2021, "Harmonisasi Peraturan Perpajakan"),
    "kup": (Kind.UU, "6", 1983, "Ketentuan Umum dan Tata Cara Perpajakan"),
    "hak cipta": (Kind.UU, "28", 2014, "Hak Cipta"),
    "ketenagakerjaan": (Kind.UU, "13", 2003, "Ketenagakerjaan"),
    "asn": (Kind.UU, None, None, "Aparatur Sipil Negara"),
    "aparatur sipil negara": (Kind.UU, None, None, "Aparatur Sipil Negara"),
    "perbankan": (Kind.UU, None, None, "Perbankan"),
    "kesehatan": (Kind.UU, None, None, "Kesehatan"),
    "pemda": (Kind.UU, "23", 2014, "Pemerintahan Daerah"),
    "pemerintahan daerah": (Kind.UU, "23", 2014, "Pemerintahan Daerah"),
    "spppa": (Kind.UU, "11", 2012, "Sistem Peradilan Pidana Anak"),
    "sppa": (Kind.UU, "11", 2012, "Sistem Peradilan Pidana Anak"),
    "pkdrt": (Kind.UU, "23", 2004, "Penghapusan Kekerasan Dalam Rumah Tangga"),
    "hkpd": (
        Kind.UU,
        "1",
        2022,
        "Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah",
    ),
    "slip": (Kind.PERKI, None, None, "Standar Layanan Informasi Publik"),
    "standar layanan informasi publik": (
        Kind.PERKI,
        None,
        None,
        "Standar Layanan Informasi Publik",
    ),
    "pengklasifikasian informasi publik": (
        Kind.PERKI,
        "1",
        2017,
        "Pengklasifikasian Informasi Publik",
    ),
    "psip": (Kind.PERKI, "1", 2013, "Prosedur Penyelesaian Sengketa Informasi Publik"),
    "ppsip": (Kind.PERKI, "1", 2013, "Prosedur Penyelesaian Sengketa Informasi Publik"),
    "monev": (Kind.PERKI, "1", 2022, "Monitoring dan Evaluasi Keterbukaan Informasi Publik"),
}
ALIASES = {tuple(name.split()): meaning for name, meaning in _ALIASES.items()}
LONGEST_ALIAS = max(len(name) for name in ALIASES)

# Codes named without "UU".
CODES = {
    ("kuhp",): "Kitab Undang-Undang Hukum Pidana",
    ("kuh", "pidana"): "Kitab Undang-Undang Hukum Pidana",
    ("kuhap",): "Hukum Acara Pidana",
    ("kitab", "undang", "-", "undang", "hukum", "acara", "pidana"): "Hukum Acara Pidana",
    ("kitab", "undang", "-", "undang", "hukum", "pidana"): "Kitab Undang-Undang Hukum Pidana",
    ("kuhperdata",): "Kitab Undang-Undang Hukum Perdata",
    ("kuh", "perdata"): "Kitab Undang-Undang Hukum Perdata",
}

LONGEST_CODE = max(len(name) for name in CODES)

# The regulation an ambiguous short name most likely means today; always said in a note.
LIKELY = {
    (Kind.PERKI, "Standar Layanan Informasi Publik"): ("1", 2021),
    (Kind.UU, "Aparatur Sipil Negara"): ("20", 2023),
    (Kind.UU, "Kesehatan"): ("17", 2023),
}

TITLES = {
    (Kind.PP, "61", 2010): (
        "Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
    ),
    (Kind.PERKI, "1", 2021): "Standar Layanan Informasi Publik",
    (Kind.PERKI, "1", 2010): "Standar Layanan Informasi Publik",
} | {(kind, number, year): title for kind, number, year, title in ALIASES.values() if number}
