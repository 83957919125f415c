/// A real Kubernetes control plane for tests: etcd, kube-apiserver and kwok, built from their Go
/// modules, started on loopback with rights and users of their own, shared by the classes of a run.
@NullMarked
package io.kubilitics.testbed.kube;

import org.jspecify.annotations.NullMarked;
