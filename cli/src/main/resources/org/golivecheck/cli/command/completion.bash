_golive_check() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command=check words= files=
  # bash makes a word of each '='
  case $current,$previous in
    =,*) current= previous=${previous}= ;;
    *,=) previous=${COMP_WORDS[COMP_CWORD-2]}= ;;
  esac
  case $previous in
    --*=) previous=${previous%=} ;;
    *=) previous== ;;
  esac
  if [ "$COMP_CWORD" -gt 1 ]; then
    case ${COMP_WORDS[1]} in
      @names@) command=${COMP_WORDS[1]} ;;
    esac
  fi
  case $command,$previous,$current in
@cases@  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="$words @commands@"
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$files" ]; then
    local IFS=$'\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _golive_check golive-check
