package io.kubilitics.session;

import io.kubilitics.check.Code;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import java.util.ArrayList;
import java.util.List;

/// Findings about documents, which are not about any object: the file stands in for it.
public final class DocumentFindings {
  private static final Kind DOCUMENT = Kind.core("Document");

  private DocumentFindings() {}

  /// What a session had to leave out; the last one stands for all that were not remembered.
  public static List<Finding> of(Rejections rejections) {
    List<Finding> findings = new ArrayList<>();
    for (Rejection rejection : rejections.first()) {
      findings.add(rejected(rejection.place(), rejection.reason()));
    }
    long more = rejections.count() - findings.size();
    if (more > 0) {
      findings.add(more(rejections.first().getFirst().place(), more));
    }
    return List.copyOf(findings);
  }

  /// A document that could not be read.
  public static Finding rejected(Place place, String reason) {
    return document(Code.KUB080, Level.ERROR, place, sentence(reason));
  }

  /// That there are more of them.
  ///
  /// @param place of the first
  public static Finding more(Place place, long count) {
    return document(Code.KUB080, Level.ERROR, place, count + " more documents could not be read.");
  }

  /// A file that is no manifest.
  public static Finding passedOver(Place place, String reason) {
    return document(Code.KUB082, Level.WARNING, place, sentence(reason));
  }

  /// Whether the finding is about a document, not an object.
  public static boolean isOfDocument(Finding finding) {
    return finding.object().kind().equals(DOCUMENT);
  }

  private static Finding document(Code code, Level level, Place place, String message) {
    return new Finding(
        code.name(),
        level,
        ResourceId.clusterScoped(DOCUMENT, place.file()),
        place.line() > 0 ? "line " + place.line() : "",
        message,
        code.advice(),
        List.of());
  }

  private static String sentence(String reason) {
    String text = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}
