# Completion of biaoshen for bash: commands, options, and what can be known of their values.
_biaoshen() {
  local cur prev words cword
  _init_completion || return
  local command=${words[1]}
  if [ "$cword" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'review batch watch plan merge submit config decide casebook panel publicity notice-template
      inspect programmes rules explain check-profile doctor --help --version' -- "$cur")
    return
  fi
  case $prev in
    --programme)
      local ids
      ids=$(biaoshen programmes --json 2>/dev/null |
        sed -nE '/^    "id"/{s/.*: "(.*)",?$/\1/;h}; /^    "version"/{s/.*: "(.*)",?$/\1/;H;x;s/\n/@/p}')
      mapfile -t COMPREPLY < <(compgen -W "$ids" -- "$cur")
      return ;;
    --engine) mapfile -t COMPREPLY < <(compgen -W 'slurm parallel kubernetes' -- "$cur"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'zh en' -- "$cur"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W 'return review' -- "$cur"); return ;;
    --out|--profiles|--calendars|--cache) _filedir -d; return ;;
    --config) _filedir toml; return ;;
    --policy|--waivers) _filedir xml; return ;;
    --notice-template) _filedir docx; return ;;
    --log|--metrics|--manifest) _filedir; return ;;
    --as-of|--by|--cache-size|--cpus|--days|--from|--jobs|--limit|--on|--poll|--settle|--shard|--shards|--stall|--until) return ;;
  esac
  if [[ $cur == -* ]]; then
    local review='--out --programme --as-of --profiles --policy --waivers --limit --unsandboxed-office --require-sandbox --jobs --lang
      --show-personal-data --notice-template'
    local service='--config --cache-size --log --metrics --stall'
    local options
    case $command in
      review) options="$review --fail-on --cache --log" ;;
      batch) options="$review $service --until --fail-on --force --explain --manifest --shard --shards" ;;
      plan) options='--out' ;;
      merge) options="$review --manifest" ;;
      submit) options='--engine --manifest --out --shards --cpus --print' ;;
      watch) options="$review $service --settle --poll" ;;
      decide) options='--by --on --notice-template' ;;
      casebook) options='--out --lang --profiles --show-personal-data --force' ;;
      panel) options='--programme --profiles --policy --require-sandbox --json --fail-on --lang' ;;
      publicity) options='--from --days --calendars --json' ;;
      notice-template) options='--lang' ;;
      inspect) options='--limit --require-sandbox' ;;
      programmes) options='--json --profiles --policy' ;;
      rules|explain) options='--json --profiles --policy --programme' ;;
      check-profile) options='--profiles' ;;
      doctor) options='--json' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options --help" -- "$cur")
    return
  fi
  if [ "$command" = config ] && [ "$cword" -eq 2 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'check show' -- "$cur")
    return
  fi
  _filedir
}
complete -F _biaoshen biaoshen
