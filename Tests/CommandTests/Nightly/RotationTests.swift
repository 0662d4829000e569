import Foundation
import Testing

/// Debian's own nginx, logrotate and cron around the real job.
@Suite struct RotationTests {
  private static let needs = ["nginx", "logrotate", "cron", "curl", "unshare"]
  private static let missing: [String] = needs.filter { name in
    (try? Scratch().run("command -v \(name)").status) != 0
  }
  private static let canMount =
    (try? Scratch().run("unshare -m mount -t tmpfs none /run").status) == 0

  @Test(
    "what nginx wrote before and after logrotate moved its log is one day in the report that cron's job makes",
    .enabled(if: missing.isEmpty && canMount, "nginx, logrotate, cron, curl or root is missing"))
  func rotated() throws {
    let scratch = try Scratch()
    try scratch.write(Data(Self.server.utf8), to: "nginx.conf")
    try scratch.write(Data(Self.rotation.utf8), to: "rotation")
    try scratch.write(Data(Self.night.utf8), to: "night")
    // A namespace of its own: the machine's cron, nginx and their files are not touched.
    let outcome = try scratch.run("unshare -m sh -eu night 2>&1", limit: 200)
    try #require(outcome.status == 0, "\(outcome.output)")
    let report = try ReportJSON.read(scratch.read("reports/report.json"))
    #expect(report.input.lines == 160)
    #expect(report.totals.page_views == 160)
    #expect(report.totals.visitors == 80)
    #expect(report.input.complete)
    #expect(outcome.output.contains("access.log.1") && outcome.output.contains("access.log.2.gz"))
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.work.path + "/reports")
    #expect(left.sorted() == ["ledger.jsonl", "ledger.jsonl.key", "report.json"], "\(left)")
    #expect(try scratch.text("job.err").isEmpty)
  }

  private static let server = """
    daemon on;
    pid run/nginx.pid;
    error_log logs/error.log;
    events { worker_connections 64; }
    http {
      access_log logs/access.log combined;
      client_body_temp_path run/a; proxy_temp_path run/b; fastcgi_temp_path run/c;
      uwsgi_temp_path run/d; scgi_temp_path run/e;
      server { listen 127.0.0.1:18099; location / { return 200 "page"; } }
    }
    """

  private static let rotation = """
    WORK/logs/access.log {
      rotate 5
      compress
      delaycompress
      create 0640 root root
      postrotate
        kill -USR1 $(cat WORK/run/nginx.pid)
      endscript
    }
    """

  private static let night = """
    work="$PWD"
    mkdir logs run reports && chmod 755 logs run
    mount -t tmpfs none /run && mkdir -p /run/lock
    mkdir cron.d spool && mount --bind cron.d /etc/cron.d && mount --bind spool /var/spool/cron
    sed -i "s|WORK|$work|" rotation && chmod 644 rotation && chown root:root rotation
    nginx -p "$work" -c nginx.conf
    trap 'kill $(cat run/nginx.pid) $cron 2> /dev/null || true' EXIT
    # Each visitor has an address in a network of their own.
    visit() {
      for i in $(seq $1 $2); do
        curl -sS -o /dev/null --interface 127.0.$i.7 -A "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0" http://127.0.0.1:18099/news/
      done
    }
    visit 1 40; logrotate -f -s run/state rotation; sleep 1
    visit 41 80; visit 1 40; logrotate -f -s run/state rotation; sleep 1
    visit 41 80; ls logs
    job="cd $work && $(readlink -f "$(command -v logagg)") --audience internal --day $(date -u +%F) --quiet"
    job="$job --ledger reports/ledger.jsonl -o reports/report.json logs/access.log* 2> job.err; echo \\$? > ended"
    echo "* * * * * root $job" | sed 's/%/\\\\%/g' > /etc/cron.d/logagg && chmod 644 /etc/cron.d/logagg
    : > job.err
    cron -f & cron=$!
    for i in $(seq 150); do [ -e ended ] && break; sleep 1; done
    kill $cron
    cat ended job.err
    """
}
