/// Argo CD, Flux and Helm: their kinds, what their objects refer to, and the marks they leave on
/// everything they install. Compiled against the plugin API alone.
@NullMarked
package io.kubilitics.gitops;

import org.jspecify.annotations.NullMarked;
