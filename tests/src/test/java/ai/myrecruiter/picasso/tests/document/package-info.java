/** What documents for operators say exists. */
@NullMarked
package ai.myrecruiter.picasso.tests.document;

import org.jspecify.annotations.NullMarked;
