/** What tasks ask of AWS on the stage, held against what their roles in the template allow. */
@NullMarked
package ai.myrecruiter.picasso.tests.access;

import org.jspecify.annotations.NullMarked;
