/**
 * The way to Alipay+ and back: writes and signs requests, sends them over HTTPS, and believes of a
 * reply only what was verified. Open {@link dev.paycode.http.HttpCodeGateway} first, then {@link
 * dev.paycode.http.ReplyReader} for the order in which a reply is checked.
 */
@NullMarked
package dev.paycode.http;

import org.jspecify.annotations.NullMarked;
