package io.kubilitics.cli;

import io.kubilitics.check.Code;
import io.kubilitics.check.Findings;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.ResourceId;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.source.Origins;
import io.kubilitics.source.Origins.Remark;
import io.kubilitics.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `check` has to say, and where what it speaks of stands.
///
/// @param objects how many objects were looked at
record CheckReport(Findings findings, Places places, int objects) {
  /// What stands for a document that is no object.

  private static final String OTHER_COMMAND = "kubilitics graph -";

  private static final String THIS_COMMAND = "kubilitics check -";

  /// Where things stand.
  record Places(Origins origins, Map<Finding, Place> ofDocuments) {
    Optional<Place> of(Finding finding) {
      return Optional.ofNullable(ofDocuments.get(finding))
          .or(() -> origins.place(finding.object()));
    }
  }

  /// What the source said of its documents, as findings with their places.
  static Map<Finding, Place> ofDocuments(Origins origins) {
    Map<Finding, Place> findings = new HashMap<>();
    for (Remark remark : origins.remarks()) {
      findings.put(finding(remark), remark.place());
    }
    if (origins.moreRemarks() > 0) {
      Place place = origins.remarks().getFirst().place();
      findings.put(DocumentFindings.more(place, origins.moreRemarks()), new Place(place.file(), 0));
    }
    return findings;
  }

  private static Finding finding(Remark remark) {
    return switch (remark) {
      case Remark.Rejected(Place place, String reason) -> DocumentFindings.rejected(place, reason);
      case Remark.PassedOver(Place place, String reason) ->
          DocumentFindings.passedOver(place, reason.replace(OTHER_COMMAND, THIS_COMMAND));
      case Remark.Duplicate(Place place, ResourceId id, Place first) ->
          new Finding(
              Code.KUB081.name(),
              Level.ERROR,
              id,
              "",
              "It is defined at " + place + ", too; the one at " + first + " counts here.",
              Code.KUB081.advice(),
              List.of());
    };
  }

  /// What is not listed, one sentence for each code.
  List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    findings
        .more()
        .forEach((code, count) ->
            sentences.add(Counted.of(count, "more finding") + " of " + code + " are not listed"));
    return sentences;
  }
}
