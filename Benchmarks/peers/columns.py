"""What the peers that are libraries count: the same sums by hour, path, referrer host, agent and status.

A row is a key, its page views and its visitors (address and agent). These peers know no robots: the generator's robots are
told by their network, 253.0.0.0/8, so that the page views must be the very ones that logagg counts.
"""

ASSETS = (
    "css js mjs map json xml rss atom txt ico gif jpg jpeg png svg webp avif bmp tif tiff woff woff2 ttf otf eot mp3 mp4"
    " m4a m4v webm ogg ogv wav flac mov avi mkv mpg mpeg swf class jar zip gz tgz bz2 xz zst 7z rar tar iso dmg exe msi"
    " deb rpm apk ipa bin pdf doc docx xls xlsx ppt pptx odt ods csv").split()

# A combined line: client, time, method, target, status, referrer, agent.
PATTERN = r'^(\S+) \S+ \S+ \[([^\]]+)\] "(GET) (\S+) HTTP/[0-9.]+" (2\d\d|304) \S+ "([^"]*)" "([^"]*)"'
ROBOTS = "253."
ASSET = r"\.(?:" + "|".join(ASSETS) + r")$"
