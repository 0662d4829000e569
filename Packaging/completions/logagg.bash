#!/bin/bash

__logagg_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__logagg_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__logagg_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__logagg_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_logagg() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __logagg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    report|catch-up|period|ledger|policies|formats|languages|audit|init|doctor|help)
        # Offer subcommand argument completions
        "_logagg_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'report catch-up period ledger policies formats languages audit init doctor help' -- "${cur}"))
        ;;
    esac
}

_logagg_report() {
    repeating_flags=()
    non_repeating_flags=(--salvage -q --quiet --require-complete --version -h --help)
    repeating_options=(-o --output)
    non_repeating_options=(--policy --audience --advertiser --site --log-format --day --from --to --time-zone --country-db --isp-db -j --jobs --max-rejected --format --language --progress --ledger --restate --wait --summary-json --prometheus)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--policy')
        return
        ;;
    '--audience')
        return
        ;;
    '--advertiser')
        return
        ;;
    '--site')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--log-format')
        return
        ;;
    '--day')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--time-zone')
        return
        ;;
    '--country-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '--isp-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '-j'|'--jobs')
        return
        ;;
    '--max-rejected')
        return
        ;;
    '-o'|'--output')
        __logagg_add_completions -o plusdirs -fX '!*.@(html|json|csv|txt|md|xlsx)'
        return
        ;;
    '--format')
        return
        ;;
    '--language')
        __logagg_add_completions -W 'en'$'\n''de'$'\n''hi'$'\n''zh'
        return
        ;;
    '--progress')
        __logagg_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--ledger')
        __logagg_add_completions -f
        return
        ;;
    '--restate')
        return
        ;;
    '--wait')
        return
        ;;
    '--summary-json')
        __logagg_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--prometheus')
        __logagg_add_completions -o plusdirs -fX '!*.@(prom)'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_catch-up() {
    repeating_flags=()
    non_repeating_flags=(--require-complete -q --quiet --version -h --help)
    repeating_options=(-o --output)
    non_repeating_options=(--site --ledger --from --to --policy --audience --log-format --wait)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--site')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--ledger')
        __logagg_add_completions -f
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--policy')
        return
        ;;
    '--audience')
        return
        ;;
    '--log-format')
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--wait')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_period() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(-o --output)
    non_repeating_options=(--ledger --site --audience --advertiser --week --month --from --to --wait --format --language --progress)
    __logagg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--ledger')
        __logagg_add_completions -f
        return
        ;;
    '--site')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--audience')
        return
        ;;
    '--advertiser')
        return
        ;;
    '--week')
        return
        ;;
    '--month')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--wait')
        return
        ;;
    '-o'|'--output')
        __logagg_add_completions -o plusdirs -fX '!*.@(html|json|csv|txt|md|xlsx)'
        return
        ;;
    '--format')
        return
        ;;
    '--language')
        __logagg_add_completions -W 'en'$'\n''de'$'\n''hi'$'\n''zh'
        return
        ;;
    '--progress')
        __logagg_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_logagg_ledger() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    verify)
        # Offer subcommand argument completions
        "_logagg_ledger_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'verify' -- "${cur}"))
        ;;
    esac
}

_logagg_ledger_verify() {
    repeating_flags=()
    non_repeating_flags=(--quiet -q --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_policies() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|explain|check|diff|simulate)
        # Offer subcommand argument completions
        "_logagg_policies_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show explain check diff simulate' -- "${cur}"))
        ;;
    esac
}

_logagg_policies_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0
}

_logagg_policies_show() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 1
}

_logagg_policies_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--audience --site)
    __logagg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--audience')
        return
        ;;
    '--site')
        return
        ;;
    esac
}

_logagg_policies_check() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 1
}

_logagg_policies_diff() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--site)
    __logagg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--site')
        return
        ;;
    esac
}

_logagg_policies_simulate() {
    repeating_flags=()
    non_repeating_flags=(--salvage --version -h --help)
    repeating_options=()
    non_repeating_options=(--policy --audience --advertiser --site --log-format --day --from --to --time-zone --country-db --isp-db -j --jobs --max-rejected)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--policy')
        return
        ;;
    '--audience')
        return
        ;;
    '--advertiser')
        return
        ;;
    '--site')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--log-format')
        return
        ;;
    '--day')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--time-zone')
        return
        ;;
    '--country-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '--isp-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '-j'|'--jobs')
        return
        ;;
    '--max-rejected')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_formats() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|detect)
        # Offer subcommand argument completions
        "_logagg_formats_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list detect' -- "${cur}"))
        ;;
    esac
}

_logagg_formats_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0
}

_logagg_formats_detect() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_languages() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show)
        # Offer subcommand argument completions
        "_logagg_languages_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show' -- "${cur}"))
        ;;
    esac
}

_logagg_languages_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 0
}

_logagg_languages_show() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options 1
}

_logagg_audit() {
    repeating_flags=()
    non_repeating_flags=(--quiet -q --version -h --help)
    repeating_options=()
    non_repeating_options=(--threshold)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--threshold')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_init() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--output)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--output')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_doctor() {
    repeating_flags=()
    non_repeating_flags=(--salvage -q --quiet --version -h --help)
    repeating_options=(-o --output)
    non_repeating_options=(--policy --audience --advertiser --site --log-format --day --from --to --time-zone --country-db --isp-db -j --jobs --max-rejected --format --language --progress --ledger --restate --wait)
    __logagg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--policy')
        return
        ;;
    '--audience')
        return
        ;;
    '--advertiser')
        return
        ;;
    '--site')
        __logagg_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--log-format')
        return
        ;;
    '--day')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--time-zone')
        return
        ;;
    '--country-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '--isp-db')
        __logagg_add_completions -o plusdirs -fX '!*.@(mmdb)'
        return
        ;;
    '-j'|'--jobs')
        return
        ;;
    '--max-rejected')
        return
        ;;
    '-o'|'--output')
        __logagg_add_completions -o plusdirs -fX '!*.@(html|json|csv|txt|md|xlsx)'
        return
        ;;
    '--format')
        return
        ;;
    '--language')
        __logagg_add_completions -W 'en'$'\n''de'$'\n''hi'$'\n''zh'
        return
        ;;
    '--progress')
        __logagg_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--ledger')
        __logagg_add_completions -f
        return
        ;;
    '--restate')
        return
        ;;
    '--wait')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __logagg_add_completions -f
        return
        ;;
    esac
}

_logagg_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __logagg_offer_flags_options -1
}

complete -o filenames -F _logagg logagg
