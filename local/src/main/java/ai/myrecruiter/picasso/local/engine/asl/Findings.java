package ai.myrecruiter.picasso.local.engine.asl;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one definition. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void add(Finding.Code code, String location, String message) {
    all.add(new Finding(code, location, message));
  }

  void schema(String location, String message) {
    add(Finding.Code.SCHEMA_VALIDATION_FAILED, location, message);
  }

  void unsupported(String location, String message) {
    add(Finding.Code.NOT_SUPPORTED_BY_THE_STAGE, location, message);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
