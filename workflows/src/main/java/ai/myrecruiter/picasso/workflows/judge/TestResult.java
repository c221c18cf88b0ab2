package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.Optional;

/**
 * What one test says, with everything that it says it from.
 *
 * @param name the test, such as {@code errors}
 * @param verdict what it says
 * @param value the e-value at this look; the largest double stands for all above it
 * @param limit the e-value at which the test fails
 * @param stable the old version's sample since the first shift
 * @param candidate the new version's sample since the first shift
 * @param effect estimated odds ratio, new to old, absent while the old version has no errors; of
 *     {@code objective} the new version's error rate; of {@code routing} its share
 * @param bounds confidence sequence of the odds ratio
 * @param threshold the odds ratio that must be visible before the test passes; of {@code objective}
 *     the rate that is allowed; of {@code routing} the share that was set
 * @param clearedDownTo the odds ratio from which on this stage would have shown a difference;
 *     absent when it would have shown none
 * @param nonInferiority e-value against "worse by the threshold or more": 20 and more is good
 *     evidence that the new version is not that much worse
 * @param sentence the same for a release manager
 */
public record TestResult(
    String name,
    Verdict verdict,
    double value,
    double limit,
    Counts stable,
    Counts candidate,
    Optional<Double> effect,
    OddsBounds bounds,
    double threshold,
    Optional<Double> clearedDownTo,
    Optional<Double> nonInferiority,
    String sentence) {}
