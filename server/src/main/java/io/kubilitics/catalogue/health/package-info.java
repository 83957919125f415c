/// How an object is, as an operator would say it, from its own fields alone: one class for each
/// kind or family.
///
/// An object without `status` was never in a cluster, and its health is unknown. Kinds that cannot
/// be ill (ConfigMap, Role, StorageClass …) are always healthy, in manifests too: being there is
/// all that is asked of them; their catalogue files say `health: always-healthy`.
@NullMarked
package io.kubilitics.catalogue.health;

import org.jspecify.annotations.NullMarked;
