// The conversation of tests/conformance, held with Telegraf.
const { Input, Markup, Telegraf } = require("telegraf");
const { message } = require("telegraf/filters");

const { CONFORMANCE_URL: url, CONFORMANCE_TOKEN: token } = process.env;
const bot = new Telegraf(token, { telegram: { apiRoot: url } });

bot.start((ctx) =>
  ctx.reply(
    "Which colour?",
    Markup.inlineKeyboard([Markup.button.callback("Red", "colour:red"), Markup.button.callback("Green", "colour:green")]),
  ),
);

bot.action(/^colour:(.+)$/, async (ctx) => {
  const colour = ctx.match[1];
  await ctx.editMessageText(`Your colour is <b>${colour}</b>`, { parse_mode: "HTML" });
  await ctx.answerCbQuery(`Noted: ${colour}`);
  await ctx.replyWithDocument(Input.fromBuffer(Buffer.from(`${colour}\n`), "colour.txt"), { caption: "For your files" });
});

bot.on(message("document"), async (ctx) => {
  const { file_id, file_name } = ctx.message.document;
  const answer = await fetch(await ctx.telegram.getFileLink(file_id));
  const bytes = await answer.arrayBuffer();
  await ctx.reply(`${file_name}: ${bytes.byteLength} bytes`);
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => bot.stop(signal));
bot.launch();
