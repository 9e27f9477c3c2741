// Signing in without sending the password: SRP-6a (RFC 2945, RFC 5054) as Cognito and Amplify do it.
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

// The 3072-bit group of RFC 5054, appendix A; its generator is 2.
const PRIME = BigInt(`0x${`
  FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437
  4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05
  98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B
  E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33
  A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864
  D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF
`.replace(/\s/g, '')}`);
const GENERATOR = 2n;
const MULTIPLIER = hash(padded(PRIME) + padded(GENERATOR));

/** The server's half of a log-in: what to send to the client, and how to check its proof. */
export function challenge(poolName, userName, password, clientPublic) {
  const A = BigInt(`0x${clientPublic}`);
  if (A % PRIME === 0n) return null; // would make the session key known to anybody
  const salt = BigInt(`0x${randomBytes(16).toString('hex')}`);
  const identity = createHash('sha256').update(`${poolName}${userName}:${password}`).digest('hex');
  const verifier = power(GENERATOR, hash(padded(salt) + identity));
  const secret = BigInt(`0x${randomBytes(128).toString('hex')}`);
  const B = (MULTIPLIER * verifier + power(GENERATOR, secret)) % PRIME;
  const block = randomBytes(64).toString('base64');
  return { salt: padded(salt), publicKey: padded(B), block, isProvenBy };

  function isProvenBy(timestamp, signature) {
    const scramble = hash(padded(A) + padded(B));
    const session = power(A * power(verifier, scramble), secret);
    const key = hkdfSync('sha256', bytes(padded(session)), bytes(padded(scramble)), 'Caldera Derived Key', 16);
    const expected = createHmac('sha256', Buffer.from(key))
      .update(poolName).update(userName).update(Buffer.from(block, 'base64')).update(timestamp).digest();
    const given = Buffer.from(signature ?? '', 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function power(base, exponent) {
  let result = 1n;
  for (base %= PRIME; exponent > 0n; exponent >>= 1n, base = (base * base) % PRIME)
    if (exponent & 1n) result = (result * base) % PRIME;
  return result;
}

function hash(hex) {
  return BigInt(`0x${createHash('sha256').update(bytes(hex)).digest('hex')}`);
}

function bytes(hex) {
  return Buffer.from(hex, 'hex');
}

/** Hexadecimal of whole bytes; a leading zero byte keeps the number positive, as the clients' big integers do. */
function padded(number) {
  const hex = number.toString(16);
  return hex.length % 2 ? `0${hex}` : /^[89a-f]/.test(hex) ? `00${hex}` : hex;
}
