/** Where evidence is kept so that nobody can change it. */
@NullMarked
package ai.myrecruiter.picasso.infra.audit;

import org.jspecify.annotations.NullMarked;
