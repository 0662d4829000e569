"""The sums in chDB: `python sums-chdb.py LOG` prints the page views counted."""

import json
import sys

import chdb

from columns import ASSETS, ROBOTS

log = sys.argv[1].replace("'", "\\'")
assets = ", ".join(f"'{asset}'" for asset in ASSETS)
query = f"""
WITH splitByChar('"', line) AS parts, splitByChar(' ', parts[2]) AS request,
     splitByChar(' ', parts[3]) AS answer, splitByChar('?', request[2])[1] AS path,
     if(position(arrayElement(splitByChar('/', path), -1), '.') > 0,
        lower(arrayElement(splitByChar('.', path), -1)), '') AS extension
SELECT hour, page, host, agent, class, count() AS views, uniqExact(visitor) AS visitors
FROM (
  SELECT sipHash64(splitByChar(' ', parts[1])[1], parts[6]) AS visitor, substring(parts[1], position(parts[1], '[') + 13, 2) AS hour,
         path AS page, domain(parts[4]) AS host, parts[6] AS agent, substring(answer[2], 1, 1) AS class
  FROM file('{log}', 'LineAsString', 'line String')
  WHERE request[1] = 'GET' AND (startsWith(answer[2], '2') OR answer[2] = '304') AND length(parts) >= 6
    AND NOT startsWith(line, '{ROBOTS}') AND extension NOT IN ({assets})
)
GROUP BY GROUPING SETS ((hour), (page), (host), (agent), (class), ())
SETTINGS max_threads = 2
"""
rows = [json.loads(row) for row in str(chdb.query(query, "JSONEachRow")).splitlines()]
whole = [row for row in rows if not any(row[key] for key in ("hour", "page", "host", "agent", "class"))]
print(json.dumps({"page_views": max(int(row["views"]) for row in whole), "rows": len(rows)}))
