/**
 * Replays recorded answers of AWS Step Functions on the local engine and says where they differ;
 * run by {@code tests/conformance.sh FILE}.
 */
@NullMarked
package ai.myrecruiter.picasso.tests.conformance;

import org.jspecify.annotations.NullMarked;
