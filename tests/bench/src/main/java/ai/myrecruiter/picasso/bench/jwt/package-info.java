/** What tokens cost beside bare cryptography. */
@NullMarked
package ai.myrecruiter.picasso.bench.jwt;

import org.jspecify.annotations.NullMarked;
