@testable import LogAggregate

extension RealServer {
  static let all = [nginx, apache, haproxy, lighttpd, squid, varnish]

  private static let combinedFields: Set<Field> = [
    .client, .user, .method, .target, .status, .byteCount, .referrer, .userAgent,
  ]
  private static let jsonVariables =
    #""time":"$time_iso8601","remote_addr":"$remote_addr","remote_user":"$remote_user","request":"$request","status":$status,"body_bytes_sent":$body_bytes_sent,"http_referer":"$http_referer","http_user_agent":"$http_user_agent","host":"$host""#

  static let nginx = RealServer(
    name: "nginx", program: "nginx", arguments: ["-p", "@/", "-c", "@/nginx.conf"],
    files: [
      "nginx.conf": """
      daemon off; master_process off; pid @/nginx.pid; error_log @/error.log;
      events {}
      http {
        large_client_header_buffers 4 32k;
        client_body_temp_path @/tmp/1; proxy_temp_path @/tmp/2; fastcgi_temp_path @/tmp/3;
        uwsgi_temp_path @/tmp/4; scgi_temp_path @/tmp/5;
        log_format good escape=json '{\(jsonVariables)}';
        log_format bad '{\(jsonVariables),"upstream":$upstream_response_time}';
        log_format hostile '$http_user_agent|"$request"|$remote_user [$time_local] $remote_addr "$http_referer" $status $bytes_sent';
        access_log @/combined.log combined; access_log @/good.log good; access_log @/bad.log bad;
        access_log @/hostile.log hostile;
        server {
          listen 127.0.0.1:@0; listen [::1]:@0; listen 127.0.0.1:@1 http2;
          location / { return 200 "x"; }
        }
      }
      """
    ], portCount: 2,
    logs: [
      Log(file: "combined.log", detected: "combined", fields: combinedFields),
      Log(file: "good.log", detected: "json", fields: combinedFields.union([.host])),
      Log(file: "bad.log", detected: "json", fields: combinedFields.union([.host])),
      Log(
        file: "hostile.log",
        format:
          #"$http_user_agent|"$request"|$remote_user [$time_local] $remote_addr "$http_referer" $status $bytes_sent"#,
        fields: combinedFields),
    ], hasUsers: true, http2Port: 1)

  static let apache = RealServer(
    name: "Apache", program: "apache2", arguments: ["-X", "-f", "@/apache.conf"],
    files: [
      "apache.conf": #"""
      ServerRoot "@/"
      ServerName www.example.org
      PidFile @/apache.pid
      DefaultRuntimeDir @/tmp
      Mutex file:@/tmp
      User www-data
      Group www-data
      LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
      LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
      LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
      LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
      LoadModule authn_anon_module /usr/lib/apache2/modules/mod_authn_anon.so
      LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
      LoadModule http2_module /usr/lib/apache2/modules/mod_http2.so
      Listen 127.0.0.1:@0
      Listen [::1]:@0
      Protocols h2c http/1.1
      ErrorLog @/error.log
      DocumentRoot @/www
      <LocationMatch "/auth$">
        AuthType Basic
        AuthName x
        AuthBasicProvider anon
        Anonymous *
        Anonymous_VerifyEmail Off
        Anonymous_MustGiveEmail Off
        Require valid-user
      </LocationMatch>
      LogFormat "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" vhost_combined
      LogFormat "{ \"time\":\"%{%Y-%m-%dT%H:%M:%S%z}t\", \"remoteIP\":\"%a\", \"host\":\"%V\", \"remote_user\":\"%u\", \"request\":\"%r\", \"status\":\"%>s\", \"userAgent\":\"%{User-Agent}i\", \"referer\":\"%{Referer}i\", \"bytes\":\"%B\" }" json
      LogFormat "%{User-Agent}i,%{sec}t,%u,\"%r\",%a,\"%{Referer}i\",%>s,%B" hostile
      CustomLog @/vhost.log vhost_combined
      CustomLog @/json.log json
      CustomLog @/hostile.log hostile
      """#
    ],
    logs: [
      Log(
        file: "vhost.log", detected: "vhost-combined", fields: combinedFields.union([.host])),
      Log(file: "json.log", detected: "json", fields: combinedFields.union([.host])),
      Log(
        file: "hostile.log",
        format: #""%{User-Agent}i,%{sec}t,%u,\"%r\",%a,\"%{Referer}i\",%>s,%B" hostile"#,
        fields: combinedFields),
    ], hasUsers: true, http2Port: 0)

  static let haproxy = RealServer(
    name: "HAProxy", program: "haproxy", arguments: ["-db", "-f", "@/haproxy.cfg"],
    files: [
      "haproxy.cfg": #"""
      global
        log stdout len 65535 format raw local0
        tune.bufsize 32768
        tune.http.logurilen 16384
      defaults web
        mode http
        timeout connect 1s
        timeout client 20s
        timeout server 20s
        log global
      frontend plain from web
        bind 127.0.0.1:@0
        bind ::1:@0
        option httplog
        http-request return status 200 content-type text/plain string "x"
      frontend json from web
        bind 127.0.0.1:@1
        bind ::1:@1
        http-request capture req.hdr(User-Agent) len 8192
        http-request capture req.hdr(Referer) len 8192
        log-format '{"time":"%t","client":"%ci","status":%ST,"bytes":%B,"method":"%HM","uri":"%[capture.req.uri,json(utf8ps)]","user_agent":"%[capture.req.hdr(0),json(utf8ps)]","referer":"%[capture.req.hdr(1),json(utf8ps)]"}'
        http-request return status 200 content-type text/plain string "x"

      """#
    ], portCount: 2,
    logs: [
      Log(
        file: "stdout.log", format: "haproxy",
        fields: [.client, .method, .target, .status, .byteCount], ports: [0]),
      Log(
        file: "stdout.log", format: "json",
        fields: [.client, .method, .target, .status, .byteCount, .referrer, .userAgent],
        ports: [1]),
    ])

  static let lighttpd = RealServer(
    name: "lighttpd", program: "lighttpd", arguments: ["-D", "-f", "@/lighttpd.conf"],
    files: [
      "lighttpd.conf": #"""
      server.document-root = "@/www"
      server.port = @0
      server.bind = "127.0.0.1"
      server.modules = ("mod_accesslog")
      server.errorlog = "@/error.log"
      accesslog.filename = "@/access.log"
      $SERVER["socket"] == "[::1]:@0" { accesslog.filename = "@/access.log" }
      $SERVER["socket"] == "127.0.0.1:@1" {
        accesslog.filename = "@/json.log"
        accesslog.format = "{\"time\":\"%{%Y-%m-%dT%H:%M:%S%z}t\",\"remote_addr\":\"%h\",\"request\":\"%r\",\"status\":%s,\"bytes\":%O,\"http_referer\":\"%{Referer}i\",\"http_user_agent\":\"%{User-Agent}i\",\"host\":\"%v\"}"
      }

      """#
    ], portCount: 2,
    logs: [
      Log(
        file: "access.log", format: "ovh", fields: combinedFields.union([.host]), ports: [0]),
      Log(
        file: "json.log", detected: "json", fields: combinedFields.union([.host]), ports: [1]),
    ])

  static let squid = RealServer(
    name: "Squid", program: "squid", arguments: ["-N", "-f", "@/squid.conf"],
    files: [
      "squid.conf": #"""
      http_port 127.0.0.1:@0
      http_port [::1]:@0
      pid_filename @/squid.pid
      cache_log @/cache.log
      cache deny all
      cache_store_log none
      coredump_dir @/tmp
      netdb_filename none
      pinger_enable off
      visible_hostname www.example.org
      strip_query_terms off
      request_header_max_size 64 KB
      logformat json {"time":%ts.%03tu,"remote_addr":"%>a","method":"%rm","uri":"%ru","status":%>Hs,"bytes":%<st,"http_referer":"%'{Referer}>h","http_user_agent":"%'{User-Agent}>h"}
      access_log stdio:@/native.log squid
      access_log stdio:@/combined.log combined
      http_access allow all
      shutdown_lifetime 0 seconds
      cache_effective_user proxy

      """#
    ],
    logs: [
      Log(
        file: "native.log", detected: "squid",
        fields: [.client, .method, .target, .status, .byteCount]),
      // Squid writes quotes and backslashes as they come: where a field ends then nobody can tell.
      Log(
        file: "combined.log", format: "combined", fields: combinedFields,
        unreadable: [1, 8]),
    ], targetPrefix: "http://127.0.0.1:1")

  static let varnish = RealServer(
    name: "Varnish", program: "varnishd",
    arguments: [
      "-F", "-n", "@/tmp", "-a", "127.0.0.1:@0", "-a", "[::1]:@0", "-f", "@/v.vcl", "-s",
      "malloc,8m", "-p", "http_req_size=64k", "-p", "workspace_client=128k",
      "-p", "http_req_hdr_len=32k", "-p", "vsl_reclen=16372b", "-p", "vsl_buffer=64k",
    ],
    companions: [
      ["varnishncsa", "-n", "@/tmp", "-w", "@/ncsa.log"],
      [
        "varnishncsa", "-n", "@/tmp", "-w", "@/json.log", "-j", "-F",
        #"{"time":"%{%Y-%m-%dT%H:%M:%S%z}t","remote_addr":"%h","remote_user":"%u","method":"%m","url":"%U%q","status":%s,"bytes":%b,"http_referer":"%{Referer}i","http_user_agent":"%{User-Agent}i"}"#,
      ],
    ],
    files: [
      "v.vcl": #"""
      vcl 4.1;
      backend default none;
      sub vcl_recv { return (synth(200, "ok")); }
      """#
    ],
    logs: [
      Log(file: "ncsa.log", detected: "combined", fields: combinedFields),
      Log(file: "json.log", detected: "json", fields: combinedFields),
    ], hasUsers: true)
}
