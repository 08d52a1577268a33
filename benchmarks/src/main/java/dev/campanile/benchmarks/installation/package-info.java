/** The three packaged services, PostgreSQL, Kafka and the sinks as processes of their own. */
@NullMarked
package dev.campanile.benchmarks.installation;

import org.jspecify.annotations.NullMarked;
