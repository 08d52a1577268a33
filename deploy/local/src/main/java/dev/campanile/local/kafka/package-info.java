/** A one-node Kafka broker in this process, with the topics the services expect. */
@NullMarked
package dev.campanile.local.kafka;

import org.jspecify.annotations.NullMarked;
