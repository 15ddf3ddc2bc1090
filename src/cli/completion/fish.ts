import type { Offer, Table, Word } from './table.ts';

/** Like the script for bash; fish also shows what each word means. */
export const fishScript = (table: Table): string => `# kompass completion fish | source
function __kompass_takes
    switch $argv[1]
${cases(table.takes.one, ['echo one'])}${cases(table.takes.many, ['echo many'])}    end
end

function __kompass_is_command
    switch $argv[1]
${cases(table.paths, ['return 0'])}    end
    return 1
end

# The second argument is what stands there so far, the third what of it stays.
function __kompass_offers
    switch $argv[1]
${table.offers.map(({ key, offer }) => cases([key], offering(offer))).join('')}${table.rest
  .map(({ path, offer }) => cases([`${path} :*`], offering(offer)))
  .join('')}    end
end

function __kompass_complete
    set -l path kompass
    set -l count 0
    set -l ended no
    set -l takes no
    set -l key
    set -l current (commandline -ct)
    set -l tokens (commandline -opc)
    set -e tokens[1]
    for word in $tokens
        if test $ended = yes
            set count (math $count + 1)
            continue
        end
        if test $takes = one
            set takes no
            continue
        end
        if test $takes = many; and not string match -q -- '-*' $word
            continue
        end
        set takes no
        if test "$word" = --
            set ended yes
        else if string match -q -- '--*=*' $word
            continue
        else if string match -q -- '-*' $word
            set key "$path $word"
            set takes (__kompass_takes $key; or true)
            test -n "$takes"; or set takes no
        else if test $count = 0; and __kompass_is_command "$path $word"
            set path "$path $word"
        else
            set count (math $count + 1)
        end
    end
    if test $takes = one; or test $takes = many; and not string match -q -- '-*' $current
        __kompass_offers $key $current ''
    else if test $ended = no; and string match -q -- '--*=*' $current
        set -l parts (string split -m 1 = -- $current)
        __kompass_offers "$path $parts[1]" $parts[2] "$parts[1]="
    else if test $ended = no; and string match -q -- '-*' $current
        __kompass_offers "$path -" $current ''
    else
        __kompass_offers "$path :$count" $current ''
    end
end

# fish itself completes files, so that it can quote them.
function __kompass_wants_file
    __kompass_complete > /dev/null
    test $status = 2
end

complete -c kompass -e
complete -c kompass -f -a '(__kompass_complete)'
complete -c kompass -n __kompass_wants_file -F
`;

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;

const cases = (keys: readonly string[], body: readonly string[]): string =>
  keys.length === 0
    ? ''
    : `        case ${keys.map(quoted).join(' ')}\n${body.map((line) => `            ${line}\n`).join('')}`;

function offering(offer: Offer): readonly string[] {
  if (offer.kind === 'words') return offer.words.map((word) => `printf '%s%s\\t%s\\n' $argv[3] ${described(word)}`);
  if (offer.kind === 'file') return ['return 2'];
  return ["for path in (__fish_complete_directories $argv[2] '')", `    printf '%s%s\\n' $argv[3] $path`, 'end'];
}

const described = ({ word, about }: Word): string => `${quoted(word)} ${quoted(about)}`;
