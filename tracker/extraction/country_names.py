"""The names of states in small letters, one word each, as subjects of sentences."""

COUNTRIES = frozenset(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh"
    " belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burma burundi"
    " cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt"
    " eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada"
    " guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel"
    " italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho"
    " liberia libya lithuania luxembourg macedonia madagascar malawi malaysia mali malta mauritania"
    " mauritius mexico moldova mongolia montenegro morocco mozambique namibia nepal netherlands nicaragua"
    " niger nigeria norway oman pakistan panama paraguay peru philippines poland portugal qatar romania"
    " russia rwanda senegal serbia slovakia slovenia somalia spain sudan suriname swaziland sweden"
    " switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda"
    " ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe rica lanka africa korea"
    " arabia salvador zealand emirates holland britain".split()
)
