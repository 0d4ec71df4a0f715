/**
 * A stand-in for Alipay+ over HTTP: it verifies, signs, issues, and misbehaves on request. Open
 * {@link dev.paycode.sandbox.Sandbox} first, then {@link dev.paycode.sandbox.ScriptedCustomer}.
 */
@NullMarked
package dev.paycode.sandbox;

import org.jspecify.annotations.NullMarked;
