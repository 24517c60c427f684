"""Ministries and bodies: the abbreviations people write and the names that stand for them."""

MINISTRIES = {
    "dagri": "Menteri Dalam Negeri",
    "mendagri": "Menteri Dalam Negeri",
    "kes": "Menteri Kesehatan",
    "menkes": "Menteri Kesehatan",
    "sos": "Menteri Sosial",
    "mensos": "Menteri Sosial",
    "keu": "Menteri Keuangan",
    "menkeu": "Menteri Keuangan",
    "dikbud": "Menteri Pendidikan dan Kebudayaan",
    "dikbudristek": "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi",
    "ristekdikti": "Menteri Riset, Teknologi, dan Pendidikan Tinggi",
    "diknas": "Menteri Pendidikan Nasional",
    "pan": "Menteri Pendayagunaan Aparatur Negara",
    "menpan": "Menteri Pendayagunaan Aparatur Negara",
    "pan rb": "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "panrb": "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "menpan rb": "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "menpanrb": "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "kominfo": "Menteri Komunikasi dan Informatika",
    "menkominfo": "Menteri Komunikasi dan Informatika",
    "komdigi": "Menteri Komunikasi dan Digital",
    "hub": "Menteri Perhubungan",
    "menhub": "Menteri Perhubungan",
    "kumham": "Menteri Hukum dan Hak Asasi Manusia",
    "menkumham": "Menteri Hukum dan Hak Asasi Manusia",
    "pu": "Menteri Pekerjaan Umum",
    "pupr": "Menteri Pekerjaan Umum dan Perumahan Rakyat",
    "pera": "Menteri Perumahan Rakyat",
    "perin": "Menteri Perindustrian",
    "dag": "Menteri Perdagangan",
    "tan": "Menteri Pertanian",
    "naker": "Menteri Ketenagakerjaan",
    "nakertrans": "Menteri Tenaga Kerja dan Transmigrasi",
    "lh": "Menteri Lingkungan Hidup",
    "lhk": "Menteri Lingkungan Hidup dan Kehutanan",
    "hut": "Menteri Kehutanan",
    "kp": "Menteri Kelautan dan Perikanan",
    "esdm": "Menteri Energi dan Sumber Daya Mineral",
    "atr": "Menteri Agraria dan Tata Ruang",
    "atr bpn": "Menteri Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional",
    "agraria": "Menteri Agraria dan Tata Ruang",
    "bumn": "Menteri Badan Usaha Milik Negara",
    "kop": "Menteri Koperasi dan Usaha Kecil dan Menengah",
    "kopukm": "Menteri Koperasi dan Usaha Kecil dan Menengah",
    "han": "Menteri Pertahanan",
    "menhan": "Menteri Pertahanan",
    "lu": "Menteri Luar Negeri",
    "menlu": "Menteri Luar Negeri",
    "ag": "Menteri Agama",
    "menag": "Menteri Agama",
    "pppa": "Menteri Pemberdayaan Perempuan dan Perlindungan Anak",
    "pora": "Menteri Pemuda dan Olahraga",
    "desa": "Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
    "sesneg": "Menteri Sekretaris Negara",
    "setneg": "Menteri Sekretaris Negara",
    "ppn": "Menteri Perencanaan Pembangunan Nasional",
    "parekraf": "Menteri Pariwisata dan Ekonomi Kreatif",
    "par": "Menteri Pariwisata",
}

BODIES = {
    "anri": "Arsip Nasional Republik Indonesia",
    "bkn": "Badan Kepegawaian Negara",
    "bssn": "Badan Siber dan Sandi Negara",
    "lsn": "Lembaga Sandi Negara",
    "lkpp": "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah",
    "bpk": "Badan Pemeriksa Keuangan",
    "bpkp": "Badan Pengawasan Keuangan dan Pembangunan",
    "bps": "Badan Pusat Statistik",
    "bawaslu": "Badan Pengawas Pemilihan Umum",
    "bnn": "Badan Narkotika Nasional",
    "bpom": "Badan Pengawas Obat dan Makanan",
    "bnpb": "Badan Nasional Penanggulangan Bencana",
    "lan": "Lembaga Administrasi Negara",
    "kpk": "Komisi Pemberantasan Korupsi",
    "kpu": "Komisi Pemilihan Umum",
    "ojk": "Otoritas Jasa Keuangan",
    "bi": "Bank Indonesia",
    "ppatk": "Pusat Pelaporan dan Analisis Transaksi Keuangan",
    "bapeten": "Badan Pengawas Tenaga Nuklir",
    "bkpm": "Badan Koordinasi Penanaman Modal",
    "bpn": "Badan Pertanahan Nasional",
    "bakamla": "Badan Keamanan Laut",
    "bappenas": "Badan Perencanaan Pembangunan Nasional",
    "polri": "Kepolisian Negara Republik Indonesia",
    "kapolri": "Kepala Kepolisian Negara Republik Indonesia",
}


def _shorts(names: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for short, name in names.items():
        found.setdefault(name.lower(), short)
    return found


_MINISTRY_SHORT = _shorts(MINISTRIES)
_BODY_SHORT = _shorts(BODIES)
_BODY_WORDS = ("Kepala", "Badan", "Lembaga", "Kepolisian", "Otoritas", "Dewan", "Komisi")
_ACRONYMS = frozenset(
    ("pan rb", "pu", "pupr", "lh", "lhk", "kp", "esdm", "atr", "atr bpn", "bumn", "pppa", "ppn")
)
_JOINERS = str.maketrans("/-&", "   ")
_STATE = ("republik indonesia", "ri")


def ministry(written: str) -> str:
    """Return the minister's title for what follows "Permen" or "Menteri", spelt out if known."""
    bare = _without_state(written)
    lower = " ".join(bare.lower().translate(_JOINERS).replace(" dan rb", " rb").split())
    if lower in MINISTRIES:
        return MINISTRIES[lower]
    if lower.startswith("menteri "):
        return ministry(bare[8:])
    name = f"Menteri {_capitals(bare)}".strip()
    short = _MINISTRY_SHORT.get(name.lower())
    return MINISTRIES[short] if short else name


def body(written: str) -> str:
    """Return a body's or post's name, its abbreviations spelt out ("Kepala ANRI")."""
    if written.lower().startswith("men"):
        return ministry(written)
    words = " ".join(BODIES.get(word.lower(), word) for word in written.split())
    return _capitals(words)


def is_body(name: str) -> bool:
    """Return whether a name is a body's or its head's, so that its regulation is a Perban."""
    return name.lower() in _BODY_SHORT or name.split(" ", 1)[0] in _BODY_WORDS


def ministry_short(name: str) -> str | None:
    """Return what follows "Permen": joined ("dagri"), or apart if it is an acronym (" PUPR")."""
    short = _MINISTRY_SHORT.get(name.lower())
    return f" {short.upper()}" if short in _ACRONYMS else short


def body_short(name: str) -> str:
    """Return a body's or post's name with its known abbreviation in place of the long name."""
    if name.lower() in _MINISTRY_SHORT:
        return f"Men{ministry_short(name)}"
    for long, short in _BODY_SHORT.items():
        if name.lower() == long:
            return short.upper()
        if name.lower() == f"kepala {long}":
            return f"Kepala {short.upper()}"
    return name


def _without_state(written: str) -> str:
    lower = written.lower()
    for state in _STATE:
        if lower.endswith(f" {state}"):
            return written[: -len(state) - 1]
    return written


_SMALL = {"dan", "di", "ke", "atas", "untuk", "yang"}


def _capitals(written: str) -> str:
    words = written.split()
    return " ".join(
        word.lower() if word.lower() in _SMALL else word[:1].upper() + word[1:]
        for word in ([w.lower() for w in words] if written.isupper() and len(words) > 1 else words)
    )
