import type { Offer, Table } from './table.ts';
import { functions, quoted } from './posix.ts';

/** The words of the user are compared and never evaluated; readline itself completes paths, so that it can quote them. */
export const bashScript = (table: Table): string => `# source <(kompass completion bash)
${functions(table, offering)}
_kompass() {
  local path=kompass count=0 ended= takes= key= word= index
  local current=\${COMP_WORDS[COMP_CWORD]}
  local -a offers=()
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ $word == = ]]; then continue; fi
    if [[ -n $ended ]]; then count=$((count + 1)); continue; fi
    if [[ $takes == one ]]; then takes=; continue; fi
    if [[ $takes == many && $word != -* ]]; then continue; fi
    takes=
    if [[ $word == -- ]]; then ended=yes
    elif [[ $word == -* ]]; then key="$path $word"; _kompass_takes "$key"
    elif [[ $count == 0 ]] && _kompass_is_command "$path $word"; then path="$path $word"
    else count=$((count + 1)); fi
  done
  if [[ $current == = ]]; then current=; fi
  if [[ $takes == one || ( $takes == many && $current != -* ) ]]; then _kompass_offers "$key"
  elif [[ $current == -* && -z $ended ]]; then _kompass_offers "$path -"
  else _kompass_offers "$path :$count"; fi
  for word in "\${offers[@]}"; do
    if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done
}

complete -F _kompass kompass
`;

function offering(offer: Offer): string {
  if (offer.kind === 'words') return `offers=(${offer.words.map(({ word }) => quoted(word)).join(' ')})`;
  return offer.kind === 'file' ? 'compopt -o filenames -o default' : 'compopt -o filenames -o dirnames';
}
