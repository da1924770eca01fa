#compdef golive-check
_golive_check() {
  local current=$words[CURRENT] previous=$words[CURRENT-1] first=$words[2]
  local command=check files=
  case $current in
    --*=*) previous=${current%%=*} current=${current#*=}; compset -P '*=' ;;
    *=*) previous== ; compset -P '*=' ;;
  esac
  if (( CURRENT > 2 )); then
    case $first in
      @names@) command=$first ;;
    esac
  fi
  local words=
  case $command,$previous,$current in
@cases@  esac
  if (( CURRENT == 2 )); then
    words="$words @commands@"
  fi
  compadd -- ${=words}
  [[ -z $files ]] || _files
}
if [[ $funcstack[1] == _golive-check ]]; then
  _golive_check
else
  (( $+functions[compdef] )) || { autoload -U +X compinit && compinit }
  compdef _golive_check golive-check
fi
