package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.CALLS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.CONVERSATIONS;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.LEGACY_PERCENT;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.REQUESTS;

import java.math.BigDecimal;

/**
 * What clients ask of the payload in a month.
 *
 * @param streamed answers by the streaming function
 * @param legacy answers by the master function
 * @param calls other calls of the master function
 */
record PayloadTraffic(BigDecimal streamed, BigDecimal legacy, BigDecimal calls) {
  static PayloadTraffic of(Assumptions assume) {
    var legacy = assume.get(REQUESTS).multiply(assume.share(LEGACY_PERCENT));
    return new PayloadTraffic(
        assume.get(REQUESTS).subtract(legacy),
        legacy,
        assume.get(CONVERSATIONS).multiply(assume.get(CALLS)));
  }

  BigDecimal invocations() {
    return streamed.add(legacy).add(calls);
  }
}
