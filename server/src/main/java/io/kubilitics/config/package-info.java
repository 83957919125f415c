/// Settings: flag > environment > file > default, each with a place that messages can name; and the
/// log, which goes to stderr. Only what runs for long reads settings; a command that answers and
/// ends is told everything by its arguments, but for where the kubeconfig is.
@NullMarked
package io.kubilitics.config;

import org.jspecify.annotations.NullMarked;
