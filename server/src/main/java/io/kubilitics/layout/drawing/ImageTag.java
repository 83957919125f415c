package io.kubilitics.layout.drawing;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Resource;

/// What a workload runs, or when: beside its fact.
final class ImageTag {
  private static final int SHORT_DIGEST = 7;

  private ImageTag() {}

  /// The schedule of what has one, else the tag of the image of its first container; of an image
  /// named by its digest alone the first letters of that.
  static String of(Resource workload) {
    String schedule = workload.features().get("Schedule");
    if (schedule != null) {
      return schedule;
    }
    return ContainerOutline.of(workload.features()).stream()
        .map(ContainerOutline::image)
        .findFirst()
        .map(ImageTag::tag)
        .orElse("");
  }

  private static String tag(String image) {
    int at = image.indexOf('@');
    String named = at < 0 ? image : image.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    if (colon >= 0) {
      return named.substring(colon + 1);
    }
    String digest = image.substring(image.lastIndexOf(':') + 1);
    return at < 0 ? "" : digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }
}
