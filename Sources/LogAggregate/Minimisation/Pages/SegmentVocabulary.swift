/// Words of path segments that say what the next segment is.
///
/// A segment that is one of these words names nobody, so it may always be shown. One object for a run, since the sets
/// together are too large to be handed on by value for every path.
final class SegmentVocabulary: Sendable {
  /// Segments after which a name or number of a person comes.
  let userNamespaces = SegmentWords(
    """
    u user users usr profile profiles member members membership author authors people person persons \
    account accounts customer customers contributor contributors contributions friend friends \
    follower followers nick username user-profile user_profile userprofile benutzer nutzer \
    mitglied mitglieder profil utilisateur utilisateurs membre membres auteur auteurs usuario usuarios perfil \
    miembro miembros autor autores autoren autore utente utenti profilo membri gebruiker gebruikers \
    användare uzytkownik bruger 用户 会员 ユーザー
    """)

  /// Segments after which a secret comes that was made for one person.
  let secretNamespaces = SegmentWords(
    """
    reset reset-password resetpassword password-reset reset_password password_reset verify \
    verification confirm confirmation activate activation unsubscribe invite invitation invitations \
    invites token tokens magic-link magiclink apikey api-key api_key sessionid session \
    sid jwt otp optout opt-out
    """)

  /// Segments after which visitors write what they like: searches, in which names are looked for too.
  let searchNamespaces = SegmentWords(
    """
    search searches find finder query q s-query site-search suche suchen buscar busqueda busca recherche \
    rechercher ricerca cerca zoeken sok szukaj wyszukaj hledat ara поиск 搜索 検索 검색
    """)

  /// Segments after which the number of one customer's thing comes.
  let recordNamespaces = SegmentWords(
    """
    order orders invoice invoices receipt receipts ticket tickets booking bookings reservation reservations \
    payment payments transaction transactions shipment shipments parcel parcels track tracking delivery \
    deliveries case cases claim claims contract contracts application applications appointment appointments \
    quote quotes patient patients student students employee employees subscription subscriptions return \
    returns refund refunds cart carts basket checkout document documents attachment attachments share \
    shared s bestellung bestellungen rechnung rechnungen pedido pedidos commande commandes ordine ordini
    """)

  /// Words of a compound such as `verify-email` after which a secret comes.
  let secretParts = SegmentWords(
    """
    reset verify verification confirm confirmation activate activation unsubscribe invite invitation \
    token magic otp optin optout
    """)

  /// Words before a `-` or `_` that a person's name or number follows: `user_alice`.
  let userPrefixes = SegmentWords(
    """
    user usr uid userid member author profile customer account patient student employee
    """)

  /// Words that follow them in what is no name: `user-guide`.
  let ordinarySuffixes = SegmentWords(
    """
    guide guides manual manuals profile profiles agreement area areas list lists group groups interface \
    experience research story stories review reviews rating ratings data policy policies terms support \
    portal menu name names info information benefits directory rules rights account accounts forum only \
    service services offers offer guidelines instructions center centre management manager role roles \
    types type friendly generated defined story login agent agents testimonials testimonial success care \
    loyalty acquisition feedback journey satisfaction picture pictures photo photos image images discount \
    housing loans loan finance handbook exchange life union union-members cp blog bio biography relations \
    engagement training records safety onboarding verification
    """)

  /// Pages that stand where a name could.
  let actions = SegmentWords(
    """
    login logout log-in log-out signin signout sign-in sign-up signup register registration settings \
    edit new create delete list search password forgot forgot-password lost-password reset orders \
    all reset-password home index dashboard notifications messages help about online top latest active \
    avatar avatars email preferences security billing history favorites favourites wishlist \
    me self page add view show success done complete thanks required failed error result results advanced \
    status track cart checkout payment confirm update cancel download print feed
    """)

  /// Extensions of pages; with those of assets they are what a file name may end in.
  let pageExtensions = SegmentWords(
    """
    html htm xhtml shtml phtml php php3 php4 php5 php7 asp aspx jsp jspx jsf do action cgi pl py cfm \
    md lp lua fcgi amp rb nsf dll ashx asmx svc wsdl xsl gif webmanifest yml yaml ics vcf ipynb
    """)

  /// File extensions of assets, whatever the site counts as one.
  let assetExtensions = AssetExtensions()

  /// Files that a server gives for their directory.
  let indexNames: SegmentWords

  init(indexNames: [String]) {
    self.indexNames = SegmentWords(indexNames.joined(separator: " "))
  }

  static let commonIndexNames = [
    "index.html", "index.htm", "index.php", "index.asp", "index.aspx", "index.jsp", "index.cgi",
    "index.pl", "index.shtml", "index.xhtml", "index.phtml", "index.do", "index.cfm", "index.md",
    "index.php5", "index.py", "default.html", "default.htm", "default.asp", "default.aspx",
    "default.php", "welcome.html",
  ]
}
