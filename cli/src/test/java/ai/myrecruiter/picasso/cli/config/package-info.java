/** The verbs of configuration, run in this process. */
package ai.myrecruiter.picasso.cli.config;
