// npm oidc-provider as an OpenID provider: node op.mjs PORT, with OP_KLIENT and OP_PERSONER in the environment.
// It keeps its claims for userinfo, so the portal has to ask there too.
import { Provider } from "oidc-provider";

const port = Number(process.argv[2]);
const personer = JSON.parse(process.env.OP_PERSONER);
const egna = [...new Set(Object.values(personer).flatMap(Object.keys))];
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [JSON.parse(process.env.OP_KLIENT)],
  claims: { openid: ["sub", ...egna] },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...personer[id] }) }),
  cookies: { keys: [process.env.OP_HEMLIGHET] },
});
provider.listen(port, "127.0.0.1");
