package io.kubilitics.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/// The completion script for bash: picocli's, with the names of contexts. Those are compared as
/// they are and never expanded: they come from a file that may be anybody's.
final class BashCompletion {
  private static final String CONTEXTS =
      """

      # The names of contexts, which the program is asked for. Bash splits words at colons, which
      # names of contexts are full of, so the line is looked at as a whole.
      function _complete_kubilitics_contexts() {
        local line="${COMP_LINE:0:COMP_POINT}" name
        if [[ "$line" =~ [[:space:]]--context(=|[[:space:]]+)([^[:space:]]*)$ ]]; then
          local typed="${BASH_REMATCH[2]}"
          local last="${typed##*[:=]}"
          local before="${typed%"$last"}"
          COMPREPLY=()
          while IFS= read -r name; do
            if [[ "$name" == "$typed"* ]]; then
              COMPREPLY+=("$(printf '%q' "${name#"$before"}")")
            fi
          done < <(kubilitics completion --contexts 2>/dev/null)
          return 0
        fi
        _complete_kubilitics
      }
      complete -F _complete_kubilitics_contexts -o default kubilitics kubilitics.sh kubilitics.bash
      """;

  private BashCompletion() {}

  static String script(CommandLine line) {
    return AutoComplete.bash(line.getCommandName(), line) + CONTEXTS;
  }
}
