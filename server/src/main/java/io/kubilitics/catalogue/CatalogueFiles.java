package io.kubilitics.catalogue;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.file.CatalogueFile;
import io.kubilitics.catalogue.file.InvalidFileException;
import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.file.RuleEntry;
import io.kubilitics.catalogue.rule.NamesRule;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Catalogue files that go together: every kind and relation is defined once, and every rule speaks
/// of kinds and relations that are. A file that breaks this is left out as a whole and named.
///
/// @param problems one for each file that was left out
record CatalogueFiles(List<CatalogueFile> files, List<Problem> problems) {
  CatalogueFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /// Takes files in order: of two that define the same the first stays.
  static CatalogueFiles of(List<CatalogueFile> candidates, List<Problem> problemsSoFar) {
    List<CatalogueFile> files = new ArrayList<>(candidates);
    List<Problem> problems = new ArrayList<>(problemsSoFar);
    // Leaving one out may take the ground from under another.
    boolean again = true;
    while (again) {
      again = false;
      Check check = new Check();
      List<CatalogueFile> kept = new ArrayList<>();
      for (CatalogueFile file : files) {
        try {
          check.definitions(file);
          kept.add(file);
        } catch (InvalidFileException e) {
          problems.add(refused(file.name(), e));
        }
      }
      files = new ArrayList<>();
      for (CatalogueFile file : kept) {
        try {
          check.rules(file);
          files.add(file);
        } catch (InvalidFileException e) {
          problems.add(refused(file.name(), e));
          again = true;
        }
      }
    }
    return new CatalogueFiles(files, problems);
  }

  static Problem refused(String file, InvalidFileException e) {
    return new Problem.BadInput(
        "catalogue file " + file + ":" + e.line(), String.valueOf(e.getMessage()));
  }

  List<KindEntry> kinds() {
    return files.stream().flatMap(file -> file.kinds().stream()).toList();
  }

  List<RelationType> relations() {
    return files.stream().flatMap(file -> file.relations().keySet().stream()).toList();
  }

  List<RuleEntry> rules() {
    return files.stream().flatMap(file -> file.rules().stream()).toList();
  }

  /// What the files seen so far define.
  private static final class Check {
    private final Map<Kind, String> kinds = new HashMap<>();
    private final Map<Relation, String> relations = new HashMap<>();
    private final Set<Relation> onDemand = new HashSet<>();
    private final Map<Kind, List<FieldPath>> secrets = new HashMap<>();

    /// Takes all definitions of a file, or none.
    void definitions(CatalogueFile file) {
      for (KindEntry entry : file.kinds()) {
        refuseSecond("kind " + entry.kind(), kinds.get(entry.kind()), entry.line());
      }
      file.relations()
          .forEach((type, line) ->
              refuseSecond("relation " + type.relation(), relations.get(type.relation()), line));
      file.kinds().forEach(entry -> kinds.put(entry.kind(), file.name()));
      file.kinds().forEach(entry -> secrets.put(entry.kind(), entry.secret()));
      for (RelationType type : file.relations().keySet()) {
        relations.put(type.relation(), file.name());
        if (type.storage() == RelationType.Storage.ON_DEMAND) {
          onDemand.add(type.relation());
        }
      }
    }

    private static void refuseSecond(String what, @Nullable String definedIn, int line) {
      if (definedIn != null) {
        throw new InvalidFileException(line, what + " is already defined in " + definedIn);
      }
    }

    void rules(CatalogueFile file) {
      for (RuleEntry rule : file.rules()) {
        if (!relations.containsKey(rule.rule().relation())) {
          throw new InvalidFileException(
              rule.line(), "no file defines the relation '" + rule.rule().relation() + "'");
        }
        if (rule.rule() instanceof NamesRule && onDemand.contains(rule.rule().relation())) {
          throw new InvalidFileException(
              rule.line(),
              "what is named is never found on demand, as the relation '"
                  + rule.rule().relation()
                  + "' is");
        }
        for (Kind kind : rule.from()) {
          if (!kinds.containsKey(kind)) {
            throw new InvalidFileException(rule.line(), "no file defines the kind '" + kind + "'");
          }
          refuseSecrets(kind, rule);
        }
      }
    }

    private void refuseSecrets(Kind kind, RuleEntry rule) {
      for (FieldPath secret : secrets.getOrDefault(kind, List.of())) {
        for (FieldPath read : rule.rule().reads()) {
          int length = secret.steps().size();
          if (read.steps().size() >= length
              && read.steps().subList(0, length).equals(secret.steps())) {
            throw new InvalidFileException(
                rule.line(), "'" + read + "' of a " + kind + " is secret and is never kept");
          }
        }
      }
    }
  }
}
