"""The sums in Polars: `python sums-polars.py LOG` prints the page views counted."""

import json
import os
import sys

os.environ.setdefault("POLARS_MAX_THREADS", "2")
import polars as pl

from columns import ASSET, PATTERN, ROBOTS

names = ["client", "time", "method", "target", "status", "referrer", "agent"]
lines = pl.read_csv(
    sys.argv[1], has_header=False, new_columns=["line"], separator="\x01", quote_char=None,
    encoding="utf8-lossy", truncate_ragged_lines=True)
views = (
    lines.lazy()
    .select(pl.col("line").str.extract_groups(PATTERN).alias("parts"))
    .unnest("parts")
    .rename({str(number + 1): name for number, name in enumerate(names)})
    .filter(pl.col("client").is_not_null() & ~pl.col("client").str.starts_with(ROBOTS))
    .with_columns(path=pl.col("target").str.split("?").list.first())
    .filter(~pl.col("path").str.to_lowercase().str.contains(ASSET))
    .select(
        pl.concat_str("client", "agent", separator=" ").hash().alias("visitor"),
        pl.col("time").str.slice(12, 2).alias("hour"), "path",
        pl.col("referrer").str.extract("://([^/]+)").alias("host"), "agent",
        pl.col("status").str.slice(0, 1).alias("class"))
    .collect())
rows = 0
for key in ["hour", "path", "host", "agent", "class"]:
    rows += views.group_by(key).agg(pl.len(), pl.col("visitor").n_unique()).height
print(json.dumps({"page_views": views.height, "rows": rows}))
