"""The functions that make shells ask us what may follow when Tab is pressed. Text only; nothing is installed."""

BASH = """\
# cip-coach : Tab propose les commandes, les options et les arbres. Rien n’est écrit, aucun code n’est proposé.
_cip_coach() {
    local ligne lignes etat
    lignes=$(cip-coach --completer "--mot=${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
    etat=$?
    COMPREPLY=()
    if [ "$etat" -eq 3 ]; then
        compopt -o default 2>/dev/null
        return
    fi
    while IFS= read -r ligne; do
        [ -n "$ligne" ] && COMPREPLY+=("${ligne%%$'\\t'*}")
    done <<<"$lignes"
}
complete -F _cip_coach cip-coach
"""

ZSH = """\
#compdef cip-coach
# cip-coach : Tab propose les commandes, les options et les arbres. Rien n’est écrit, aucun code n’est proposé.
_cip_coach() {
    local ligne lignes
    local -a propositions
    lignes=$(cip-coach --completer "--mot=${words[CURRENT]}" "${(@)words[2,CURRENT-1]}" 2>/dev/null)
    if [[ $? -eq 3 ]]; then
        _files
        return
    fi
    for ligne in "${(f)lignes}"; do
        [[ -n $ligne ]] && propositions+=("${ligne%%$'\\t'*}:${ligne#*$'\\t'}")
    done
    _describe 'cip-coach' propositions
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _cip_coach "$@"
else
    compdef _cip_coach cip-coach
fi
"""

FISH = """\
# cip-coach : Tab propose les commandes, les options et les arbres. Rien n’est écrit, aucun code n’est proposé.
function __cip_coach
    set -l avant (commandline -opc)
    set -l mot (commandline -ct)
    cip-coach --completer "--mot=$mot" $avant[2..-1] 2>/dev/null
    if test $status -eq 3
        __fish_complete_path "$mot"
    end
end
complete -c cip-coach -f -a '(__cip_coach)'
"""

POWERSHELL = """\
# cip-coach : Tab propose les commandes, les options et les arbres. Rien n’est écrit, aucun code n’est proposé.
Register-ArgumentCompleter -Native -CommandName cip-coach -ScriptBlock {
    param($mot, $ligne, $curseur)
    $avant = @($ligne.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $curseur } | ForEach-Object { $_.ToString() })
    cip-coach --completer "--mot=$mot" @avant 2>$null | ForEach-Object {
        $nom, $sens = $_ -split "`t", 2
        if (-not $sens) { $sens = $nom }
        [System.Management.Automation.CompletionResult]::new($nom, $nom, 'ParameterValue', $sens)
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
