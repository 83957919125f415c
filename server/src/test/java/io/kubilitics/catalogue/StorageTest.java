package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Claims, volumes, classes, drivers, snapshots.
class StorageTest {
  private static Extracted of(String apiVersion, String kind, String name, String rest) {
    return Extracted.yaml(
        "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop}\n%s"
            .formatted(apiVersion, kind, name, rest));
  }

  private static final String CLASS = "spec: {storageClassName: \"\"}";

  @ParameterizedTest
  @CsvSource({
    "data-web-0, data-web",
    "data-web-x-0, data-web-x",
    "data-web-12, data-web",
    "data-web-00, ''",
    "data-web-01, ''",
    "data-web-, ''",
    "data-web-1a, ''",
    "data, ''",
    "a0, ''"
  })
  void aClaimOffersTheStemOfItsName(String name, String stem) {
    assertThat(of("v1", "PersistentVolumeClaim", name, CLASS).facts())
        .isEqualTo(
            stem.isEmpty()
                ? List.of()
                : List.of(
                    "offers PersistentVolumeClaim {%stem=" + stem + "} @ metadata.name=" + name));
  }

  @Test
  void aStatefulSetClaimsByStemAndItsTemplatesHaveClasses() {
    assertThat(
            of(
                    "apps/v1",
                    "StatefulSet",
                    "web",
                    """
                    spec:
                      volumeClaimTemplates:
                        - {metadata: {name: data}, spec: {storageClassName: fast}}
                        - {metadata: {name: logs}, spec: {storageClassName: ""}}
                        - {metadata: {name: tmp}, spec: {}}
                        - {spec: {storageClassName: fast}}
                    """)
                .facts())
        .containsExactly(
            "class-of StorageClass.storage.k8s.io/fast required"
                + " @ spec.volumeClaimTemplates[0].spec.storageClassName=fast",
            "class-of StorageClass.storage.k8s.io in cluster %default=true newest"
                + " @ spec.volumeClaimTemplates[2].spec.storageClassName=",
            "class-of StorageClass.storage.k8s.io/fast required"
                + " @ spec.volumeClaimTemplates[3].spec.storageClassName=fast",
            "claims PersistentVolumeClaim in shop %stem=data-web"
                + " @ spec.volumeClaimTemplates[0]=data",
            "claims PersistentVolumeClaim in shop %stem=logs-web"
                + " @ spec.volumeClaimTemplates[1]=logs",
            "claims PersistentVolumeClaim in shop %stem=tmp-web"
                + " @ spec.volumeClaimTemplates[2]=tmp");
  }

  @Test
  void aClaimIsOfTheClassItNamesOrTheDefaultOneOrNone() {
    assertThat(of("v1", "PersistentVolumeClaim", "a", "spec: {storageClassName: fast}").facts())
        .containsExactly(
            "class-of StorageClass.storage.k8s.io/fast required @ spec.storageClassName=fast");
    assertThat(of("v1", "PersistentVolumeClaim", "a", "spec: {}").facts())
        .containsExactly(
            "class-of StorageClass.storage.k8s.io in cluster %default=true newest"
                + " @ spec.storageClassName=");
    assertThat(of("v1", "PersistentVolumeClaim", "a", CLASS).facts()).isEmpty();
  }

  @Test
  void aVolumeWithoutAClassHasNone() {
    assertThat(of("v1", "PersistentVolume", "pv", "spec: {}").facts()).isEmpty();
  }

  @Test
  void aBindingIsReadAtBothEndsFromClaimToVolume() {
    assertThat(
            of("v1", "PersistentVolumeClaim", "a", "spec: {volumeName: pv, storageClassName: \"\"}")
                .facts())
        .containsExactly("bound-to PersistentVolume/pv required @ spec.volumeName=pv");
    assertThat(
            of(
                    "v1",
                    "PersistentVolume",
                    "pv",
                    "spec: {claimRef: {kind: PersistentVolumeClaim, name: a, namespace: shop, uid: u1}}")
                .facts())
        .containsExactly(
            "bound-to PersistentVolumeClaim/shop/a required uid u1 reversed @ spec.claimRef=a");
  }

  @Test
  void aVolumeNamesItsDriverAndSecretsAndOneHost() {
    assertThat(
            of(
                    "v1",
                    "PersistentVolume",
                    "pv",
                    """
                    spec:
                      storageClassName: fast
                      csi:
                        driver: d.example.com
                        nodeStageSecretRef: {name: s, namespace: sys}
                        controllerExpandSecretRef: {name: nowhere}
                      nodeAffinity:
                        required:
                          nodeSelectorTerms:
                            - matchExpressions:
                                - {key: kubernetes.io/hostname, operator: In, values: [host-1]}
                    """)
                .facts())
        .containsExactlyInAnyOrder(
            "class-of StorageClass.storage.k8s.io/fast required @ spec.storageClassName=fast",
            "driven-by CSIDriver.storage.k8s.io/d.example.com if_exists"
                + " @ spec.csi.driver=d.example.com",
            "uses-secret Secret/sys/s required @ spec.csi.nodeStageSecretRef=s",
            "pinned-to Node in cluster kubernetes.io/hostname=host-1"
                + " @ spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0]=host-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: kubernetes.io/hostname, operator: In, values: [a, b]}",
        "{key: kubernetes.io/hostname, operator: NotIn, values: [a]}",
        "{key: zone, operator: In, values: [a]}"
      })
  void aVolumeWithAChoiceIsNotPinned(String expression) {
    assertThat(
            of(
                    "v1",
                    "PersistentVolume",
                    "pv",
                    "spec: {nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: ["
                        + expression
                        + "]}]}}}")
                .facts())
        .isEmpty();
  }

  @Test
  void aClaimIsClonedFromWhatItNames() {
    assertThat(
            of(
                    "v1",
                    "PersistentVolumeClaim",
                    "a",
                    """
                    spec:
                      storageClassName: ""
                      dataSource: {kind: PersistentVolumeClaim, name: b}
                      dataSourceRef:
                        {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: s, namespace: other}
                    """)
                .facts())
        .containsExactly(
            "cloned-from VolumeSnapshot.snapshot.storage.k8s.io/other/s required"
                + " permit ReferenceGrant/ @ spec.dataSourceRef=s",
            "cloned-from PersistentVolumeClaim/shop/b required @ spec.dataSource=b");
  }

  @Test
  void aProvisionerMayBeADriver() {
    assertThat(of("storage.k8s.io/v1", "StorageClass", "c", "provisioner: d.example.com").facts())
        .containsExactly(
            "provisioned-by CSIDriver.storage.k8s.io/d.example.com if_exists"
                + " @ provisioner=d.example.com");
  }

  @Test
  void aClassNamesTheSecretsOfItsDriver() {
    assertThat(
            of(
                    "storage.k8s.io/v1",
                    "StorageClass",
                    "c",
                    """
                    parameters:
                      csi.storage.k8s.io/provisioner-secret-name: p
                      csi.storage.k8s.io/provisioner-secret-namespace: sys
                      csi.storage.k8s.io/node-stage-secret-name: "${pvc.name}"
                      csi.storage.k8s.io/node-stage-secret-namespace: sys
                      csi.storage.k8s.io/controller-expand-secret-name: alone
                      other-secret-name: o
                      other-secret-namespace: sys
                    """)
                .facts())
        .containsExactly(
            "uses-secret Secret/sys/p required"
                + " @ parameters[\"csi.storage.k8s.io/provisioner-secret-name\"]=p");
  }

  @Test
  void anAttachmentJoinsVolumeAndNode() {
    assertThat(
            of(
                    "storage.k8s.io/v1",
                    "VolumeAttachment",
                    "x",
                    "spec: {attacher: d, nodeName: n1, source: {persistentVolumeName: pv}}")
                .facts("attaches"))
        .containsExactly(
            "attaches PersistentVolume/pv required @ spec.source.persistentVolumeName=pv",
            "attaches Node/n1 required @ spec.nodeName=n1");
  }

  @Test
  void aSnapshotIsOfAClaim() {
    assertThat(
            of(
                    "snapshot.storage.k8s.io/v1",
                    "VolumeSnapshot",
                    "s",
                    "spec: {volumeSnapshotClassName: c, source: {persistentVolumeClaimName: a}}")
                .facts())
        .containsExactly(
            "class-of VolumeSnapshotClass.snapshot.storage.k8s.io/c required"
                + " @ spec.volumeSnapshotClassName=c",
            "snapshots PersistentVolumeClaim/shop/a required"
                + " @ spec.source.persistentVolumeClaimName=a");
  }
}
