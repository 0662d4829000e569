function __logagg_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __logagg_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __logagg_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __logagg_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __logagg_parse_tokens -S
    set -l unparsed_tokens (__logagg_tokens -pc)
    switch $unparsed_tokens[1]
    case 'logagg'
        __logagg_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'report'
            __logagg_parse_subcommand -r 1 'policy=' 'audience=' 'advertiser=' 'site=' 'log-format=' 'day=' 'from=' 'to=' 'time-zone=' 'country-db=' 'isp-db=' 'j/jobs=' 'max-rejected=' 'salvage' 'o/output=+' 'format=' 'language=' 'q/quiet' 'progress=' 'ledger=' 'restate=' 'wait=' 'require-complete' 'summary-json=' 'prometheus=' 'version' 'h/help'
        case 'catch-up'
            __logagg_parse_subcommand -r 1 'site=' 'ledger=' 'from=' 'to=' 'policy=' 'audience=' 'log-format=' 'o/output=+' 'wait=' 'require-complete' 'q/quiet' 'version' 'h/help'
        case 'period'
            __logagg_parse_subcommand 0 'ledger=' 'site=' 'audience=' 'advertiser=' 'week=' 'month=' 'from=' 'to=' 'wait=' 'o/output=+' 'format=' 'language=' 'q/quiet' 'progress=' 'version' 'h/help'
        case 'ledger'
            __logagg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'verify'
                __logagg_parse_subcommand 1 'q/quiet' 'version' 'h/help'
            end
        case 'policies'
            __logagg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __logagg_parse_subcommand 0 'version' 'h/help'
            case 'show'
                __logagg_parse_subcommand 1 'version' 'h/help'
            case 'explain'
                __logagg_parse_subcommand 1 'audience=' 'site=' 'version' 'h/help'
            case 'check'
                __logagg_parse_subcommand 1 'version' 'h/help'
            case 'diff'
                __logagg_parse_subcommand 2 'site=' 'version' 'h/help'
            case 'simulate'
                __logagg_parse_subcommand -r 1 'policy=' 'audience=' 'advertiser=' 'site=' 'log-format=' 'day=' 'from=' 'to=' 'time-zone=' 'country-db=' 'isp-db=' 'j/jobs=' 'max-rejected=' 'salvage' 'version' 'h/help'
            end
        case 'formats'
            __logagg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __logagg_parse_subcommand 0 'version' 'h/help'
            case 'detect'
                __logagg_parse_subcommand 1 'version' 'h/help'
            end
        case 'languages'
            __logagg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __logagg_parse_subcommand 0 'version' 'h/help'
            case 'show'
                __logagg_parse_subcommand 1 'version' 'h/help'
            end
        case 'audit'
            __logagg_parse_subcommand -r 1 'threshold=' 'q/quiet' 'version' 'h/help'
        case 'init'
            __logagg_parse_subcommand -r 1 'output=' 'version' 'h/help'
        case 'doctor'
            __logagg_parse_subcommand -r 1 'policy=' 'audience=' 'advertiser=' 'site=' 'log-format=' 'day=' 'from=' 'to=' 'time-zone=' 'country-db=' 'isp-db=' 'j/jobs=' 'max-rejected=' 'salvage' 'o/output=+' 'format=' 'language=' 'q/quiet' 'progress=' 'ledger=' 'restate=' 'wait=' 'version' 'h/help'
        case 'help'
            __logagg_parse_subcommand -r 1 'version'
        end
    end
end

function __logagg_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __logagg_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __logagg_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __logagg_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__logagg_tokens -p)
    if test -z "$(__logagg_tokens -t)"
        set -l index (count (__logagg_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'logagg' -f
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'report' -d 'Reads logs and writes the report that the policy allows (the default command).'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'catch-up' -d 'Close the days that a ledger misses, from the rotated logs that hold them.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'period' -d 'Sum what a ledger published within a week, a month or any days.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'ledger' -d 'Check a ledger\'s file.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'policies' -d 'List, show, explain, check, compare and try privacy policies.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'formats' -d 'Lists the log formats, or tells the format of a file.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'languages' -d 'List and show the languages of reports.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'audit' -d 'Check finished reports from outside: form, sums, thresholds, identifiers, comparison.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'init' -d 'Write a commented site file from what a log shows.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'doctor' -d 'Check what a nightly run needs, and say what to mend.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" policy' -l 'policy' -d 'A bundled policy (see `logagg policies list`) or a policy file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" audience' -l 'audience' -d 'Who will read the report (default: advertiser).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" advertiser' -l 'advertiser' -d 'Whose placements and campaigns the report shows, by the name in the site file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" site' -l 'site' -d 'The site file: what the site is, and which reports a run writes where no option asks for one.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" log-format' -l 'log-format' -d 'The log\'s format: a name (see `logagg formats list`), auto, or an nginx log_format, Apache LogFormat or GoAccess log-format as it stands in the configuration.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" day' -l 'day' -d 'The day to report, as 2026-11-19 or yesterday, in the site\'s time zone.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" from' -l 'from' -d 'The first day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" to' -l 'to' -d 'The last day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" time-zone' -l 'time-zone' -d 'An IANA time zone such as Asia/Kolkata (default: the site file\'s, else UTC).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" country-db' -l 'country-db' -d 'A database of countries (MMDB), such as GeoLite2-Country.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" isp-db' -l 'isp-db' -d 'A database of internet providers (MMDB), such as GeoLite2-ASN.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" j jobs' -s 'j' -l 'jobs' -d 'Worker threads (default: available cores); the output is the same for any number.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" max-rejected' -l 'max-rejected' -d 'More rejected lines than this share fail the run.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" salvage' -l 'salvage' -d 'Report what could be read of damaged input, and say so in the report.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report"' -s 'o' -l 'output' -d 'Where to write: .html .json .csv .txt .md .xlsx; repeatable; - is standard output.' -rfa '(set -l exts \'html\' \'json\' \'csv\' \'txt\' \'md\' \'xlsx\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" format' -l 'format' -d 'The form for standard output: html, json, csv, text, markdown or xlsx.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" language' -l 'language' -d 'The language of HTML, text and Markdown: a bundled one (see `logagg languages`) or a file.' -rfka 'en de hi zh'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" q quiet' -s 'q' -l 'quiet' -d 'Write nothing to standard error on success.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" progress' -l 'progress' -d 'Progress on standard error: auto (on a terminal), always or never.' -rfka 'auto always never'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" ledger' -l 'ledger' -d 'Record this release, and refuse what would contradict an earlier one (default: the site file\'s ledger, if it names one).' -rF
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" restate' -l 'restate' -d 'Replace the earlier release of this period, where the two cannot be subtracted; the reason is recorded.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" wait' -l 'wait' -d 'How long to wait for another run that holds the ledger (default: not at all).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" require-complete' -l 'require-complete' -d 'Fail where an hour of the period holds no line, or a server that the site file expects is missing.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" summary-json' -l 'summary-json' -d 'Write a summary of the run for monitoring: time, lines, exclusions, tables; - is standard output.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" prometheus' -l 'prometheus' -d 'Write the run\'s health for Prometheus\' textfile collector.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'prom\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg report" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" site' -l 'site' -d 'The site file: its ledger and reports.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" ledger' -l 'ledger' -d 'The ledger (default: the site file\'s).' -rF
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" from' -l 'from' -d 'The first day to look at (default: the ledger\'s).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" to' -l 'to' -d 'The last day to close (default: yesterday).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" policy' -l 'policy' -d 'As for a report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" audience' -l 'audience' -d 'As for a report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" log-format' -l 'log-format' -d 'As for a report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up"' -s 'o' -l 'output' -d 'As for a report; {date} is the day.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" wait' -l 'wait' -d 'As for a report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" require-complete' -l 'require-complete' -d 'As for a report: leave out days with missing hours or servers.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" q quiet' -s 'q' -l 'quiet' -d 'Write nothing to standard error on success.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg catch-up" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg catch-up" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" ledger' -l 'ledger' -d 'The ledger that the nightly runs record in (default: the site file\'s).' -rF
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" site' -l 'site' -d 'The site file: its ledger, and the brand that reports wear.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" audience' -l 'audience' -d 'Who will read the report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" advertiser' -l 'advertiser' -d 'The advertiser whose reports are summed.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" week' -l 'week' -d 'A week, such as 2026-W47.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" month' -l 'month' -d 'A month, such as 2026-11.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" from' -l 'from' -d 'The first day.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" to' -l 'to' -d 'The last day.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" wait' -l 'wait' -d 'How long to wait for a run that holds the ledger (default: not at all).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period"' -s 'o' -l 'output' -d 'Where to write: .html .json .csv .txt .md .xlsx; repeatable; - is standard output.' -rfa '(set -l exts \'html\' \'json\' \'csv\' \'txt\' \'md\' \'xlsx\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" format' -l 'format' -d 'The form for standard output: html, json, csv, text, markdown or xlsx.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" language' -l 'language' -d 'The language of HTML, text and Markdown: a bundled one (see `logagg languages`) or a file.' -rfka 'en de hi zh'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" q quiet' -s 'q' -l 'quiet' -d 'Write nothing to standard error on success.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" progress' -l 'progress' -d 'Progress on standard error: auto (on a terminal), always or never.' -rfka 'auto always never'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg period" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg ledger" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg ledger" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg ledger" -eq 1' -fa 'verify' -d 'Read a ledger whole, and check its chain of hashes and every record.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg ledger verify" -eq 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg ledger verify" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where nothing is found.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg ledger verify" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg ledger verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'list' -d 'List the bundled policies and the audiences that they name.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'show' -d 'Print a bundled policy\'s text, as a start for one of your own.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'explain' -d 'Say which tables an audience is shown, by which clause, and which not, and why.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'check' -d 'Check a policy file: its rules, its clauses, and that its releases are covered.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'diff' -d 'Say what becomes more revealing, and what less, from one policy to another.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies" -eq 1' -fa 'simulate' -d 'Count the rows that thresholds of 5 to 100 visitors would publish of a log.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies list" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies show" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies explain" audience' -l 'audience' -d 'Who will read the report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies explain" site' -l 'site' -d 'The site file, where the answer depends on it.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies explain" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies check" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies diff" site' -l 'site' -d 'The site file, where the answer depends on it.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies diff" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" policy' -l 'policy' -d 'A bundled policy (see `logagg policies list`) or a policy file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" audience' -l 'audience' -d 'Who will read the report (default: advertiser).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" advertiser' -l 'advertiser' -d 'Whose placements and campaigns the report shows, by the name in the site file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" site' -l 'site' -d 'The site file: what the site is, and which reports a run writes where no option asks for one.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" log-format' -l 'log-format' -d 'The log\'s format: a name (see `logagg formats list`), auto, or an nginx log_format, Apache LogFormat or GoAccess log-format as it stands in the configuration.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" day' -l 'day' -d 'The day to report, as 2026-11-19 or yesterday, in the site\'s time zone.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" from' -l 'from' -d 'The first day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" to' -l 'to' -d 'The last day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" time-zone' -l 'time-zone' -d 'An IANA time zone such as Asia/Kolkata (default: the site file\'s, else UTC).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" country-db' -l 'country-db' -d 'A database of countries (MMDB), such as GeoLite2-Country.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" isp-db' -l 'isp-db' -d 'A database of internet providers (MMDB), such as GeoLite2-ASN.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" j jobs' -s 'j' -l 'jobs' -d 'Worker threads (default: available cores); the output is the same for any number.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" max-rejected' -l 'max-rejected' -d 'More rejected lines than this share fail the run.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" salvage' -l 'salvage' -d 'Report what could be read of damaged input, and say so in the report.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg policies simulate" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg policies simulate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg formats" -eq 1' -fa 'list' -d 'Lists the known formats, their fields, and which of these identify a person.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg formats" -eq 1' -fa 'detect' -d 'Tells the format of a file from its first lines.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats list" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg formats detect" -eq 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats detect" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg formats detect" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg languages" -eq 1' -fa 'list' -d 'List the bundled languages.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg languages" -eq 1' -fa 'show' -d 'Print a bundled catalogue, as a start for one of your own.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages list" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages show" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg languages show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg audit" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg audit" threshold' -l 'threshold' -d 'The least number of visitors behind a cell; default: what each report claims.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg audit" q quiet' -l 'quiet' -s 'q' -d 'Say nothing where nothing is found.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg audit" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg init" output' -l 'output' -d 'Where to write, if not to standard output.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg init" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg init" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" policy' -l 'policy' -d 'A bundled policy (see `logagg policies list`) or a policy file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" audience' -l 'audience' -d 'Who will read the report (default: advertiser).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" advertiser' -l 'advertiser' -d 'Whose placements and campaigns the report shows, by the name in the site file.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" site' -l 'site' -d 'The site file: what the site is, and which reports a run writes where no option asks for one.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" log-format' -l 'log-format' -d 'The log\'s format: a name (see `logagg formats list`), auto, or an nginx log_format, Apache LogFormat or GoAccess log-format as it stands in the configuration.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" day' -l 'day' -d 'The day to report, as 2026-11-19 or yesterday, in the site\'s time zone.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" from' -l 'from' -d 'The first day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" to' -l 'to' -d 'The last day to report.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" time-zone' -l 'time-zone' -d 'An IANA time zone such as Asia/Kolkata (default: the site file\'s, else UTC).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" country-db' -l 'country-db' -d 'A database of countries (MMDB), such as GeoLite2-Country.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" isp-db' -l 'isp-db' -d 'A database of internet providers (MMDB), such as GeoLite2-ASN.mmdb.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'mmdb\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" j jobs' -s 'j' -l 'jobs' -d 'Worker threads (default: available cores); the output is the same for any number.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" max-rejected' -l 'max-rejected' -d 'More rejected lines than this share fail the run.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" salvage' -l 'salvage' -d 'Report what could be read of damaged input, and say so in the report.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor"' -s 'o' -l 'output' -d 'Where to write: .html .json .csv .txt .md .xlsx; repeatable; - is standard output.' -rfa '(set -l exts \'html\' \'json\' \'csv\' \'txt\' \'md\' \'xlsx\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" format' -l 'format' -d 'The form for standard output: html, json, csv, text, markdown or xlsx.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" language' -l 'language' -d 'The language of HTML, text and Markdown: a bundled one (see `logagg languages`) or a file.' -rfka 'en de hi zh'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" q quiet' -s 'q' -l 'quiet' -d 'Write nothing to standard error on success.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" progress' -l 'progress' -d 'Progress on standard error: auto (on a terminal), always or never.' -rfka 'auto always never'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" ledger' -l 'ledger' -d 'Record this release, and refuse what would contradict an earlier one (default: the site file\'s ledger, if it names one).' -rF
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" restate' -l 'restate' -d 'Replace the earlier release of this period, where the two cannot be subtracted; the reason is recorded.' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" wait' -l 'wait' -d 'How long to wait for another run that holds the ledger (default: not at all).' -rfka ''
complete -c 'logagg' -n '__logagg_should_offer_completions_for_positional "logagg doctor" -ge 1' -F
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" version' -l 'version' -d 'Show the version.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'logagg' -n '__logagg_should_offer_completions_for_flags_or_options "logagg help" version' -l 'version' -d 'Show the version.'
