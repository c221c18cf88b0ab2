/** What tokens cost beside bare cryptography. */
package ai.myrecruiter.picasso.bench.jwt;
