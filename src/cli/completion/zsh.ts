import { functions, quoted } from './posix.ts';
import type { Offer, Table, Word } from './table.ts';

/** Like the script for bash; zsh also shows what each word means. It can lie in a folder of `fpath` or be sourced. */
export const zshScript = (table: Table): string => `#compdef kompass
# source <(kompass completion zsh)
${functions(table, offering, '    *) return 1 ;;\n')}
_kompass() {
  local path_=kompass count=0 ended= takes= key= word=
  local current=$words[CURRENT]
  local -a offers
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $ended ]]; then count=$((count + 1)); continue; fi
    if [[ $takes == one ]]; then takes=; continue; fi
    if [[ $takes == many && $word != -* ]]; then continue; fi
    takes=
    if [[ $word == -- ]]; then ended=yes
    elif [[ $word == --*=* ]]; then continue
    elif [[ $word == -* ]]; then key="$path_ $word"; _kompass_takes "$key"
    elif [[ $count == 0 ]] && _kompass_is_command "$path_ $word"; then path_="$path_ $word"
    else count=$((count + 1)); fi
  done
  if [[ $takes == one || ( $takes == many && $current != -* ) ]]; then _kompass_offers "$key"
  elif [[ $current == --*=* && -z $ended ]] && compset -P '*='; then _kompass_offers "$path_ \${current%%=*}"
  elif [[ $current == -* && -z $ended ]]; then _kompass_offers "$path_ -"
  else _kompass_offers "$path_ :$count"; fi
}

if [[ $funcstack[1] == _kompass ]]; then _kompass "$@"; else compdef _kompass kompass; fi
`;

function offering(offer: Offer): string {
  if (offer.kind === 'words') return `offers=(${offer.words.map(described).join(' ')}); _describe kompass offers`;
  return offer.kind === 'file' ? '_files' : '_files -/';
}

const described = ({ word, about }: Word): string =>
  quoted(about === '' ? word.replaceAll(':', String.raw`\:`) : `${word.replaceAll(':', String.raw`\:`)}:${about}`);
