"""The sums in DuckDB: `python sums-duckdb.py LOG` prints the page views counted."""

import json
import sys

import duckdb

from columns import ASSET, PATTERN, ROBOTS

base = duckdb.connect()
base.execute("SET threads TO 2")
base.execute(
    """
    CREATE TABLE views AS
    SELECT r.client || ' ' || r.agent AS visitor, substr(r.time, 13, 2) AS hour,
           split_part(r.target, '?', 1) AS path, regexp_extract(r.referrer, '://([^/]+)', 1) AS host,
           r.agent AS agent, substr(r.status, 1, 1) AS class
    FROM (SELECT regexp_extract(line, ?, ['client', 'time', 'method', 'target', 'status', 'referrer', 'agent']) AS r
          FROM read_csv(?, columns = {'line': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(1), quote = '',
                        escape = '', strict_mode = false))
    WHERE r.client <> '' AND NOT starts_with(r.client, ?) AND NOT regexp_matches(lower(split_part(r.target, '?', 1)), ?)
    """,
    [PATTERN, sys.argv[1], ROBOTS, ASSET])
rows = base.execute(
    """
    SELECT hour, path, host, agent, class, count(*), count(DISTINCT visitor) FROM views
    GROUP BY GROUPING SETS ((hour), (path), (host), (agent), (class), ())
    """).fetchall()
print(json.dumps({"page_views": base.execute("SELECT count(*) FROM views").fetchone()[0], "rows": len(rows)}))
