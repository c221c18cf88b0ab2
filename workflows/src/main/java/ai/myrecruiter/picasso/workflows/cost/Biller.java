package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the resources of one type use in a month. */
@FunctionalInterface
interface Biller {
  /**
   * Adds to a bill.
   *
   * @param resources of the type, at least one
   */
  void bill(List<TemplateResource> resources, Bill bill);

  /** Collects usages and findings. */
  final class Bill {
    final Template template;
    final Assumptions assume;
    final List<Usage> usages = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    Bill(Template template, Assumptions assume) {
      this.template = template;
      this.assume = assume;
    }

    BigDecimal get(Assumption what) {
      return assume.get(what);
    }

    void add(String resource, Meter meter, BigDecimal quantity, String basis) {
      usages.add(new Usage(resource, meter, quantity, basis));
    }
  }
}
