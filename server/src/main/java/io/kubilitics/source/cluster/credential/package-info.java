/// What a request shows to the API server, and where it is renewed: tokens, files that change,
/// certificates, and credential plugins, which run by argument vector and under a policy.
@NullMarked
package io.kubilitics.source.cluster.credential;

import org.jspecify.annotations.NullMarked;
