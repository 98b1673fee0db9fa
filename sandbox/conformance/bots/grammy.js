// The conversation of tests/conformance, held with grammY.
const { Bot, InlineKeyboard, InputFile } = require("grammy");

const { CONFORMANCE_URL: url, CONFORMANCE_TOKEN: token } = process.env;
const bot = new Bot(token, { client: { apiRoot: url } });

bot.command("start", (ctx) =>
  ctx.reply("Which colour?", {
    reply_markup: new InlineKeyboard().text("Red", "colour:red").text("Green", "colour:green"),
  }),
);

bot.callbackQuery(/^colour:(.+)$/, async (ctx) => {
  const colour = ctx.match[1];
  await ctx.editMessageText(`Your colour is <b>${colour}</b>`, { parse_mode: "HTML" });
  await ctx.answerCallbackQuery({ text: `Noted: ${colour}` });
  await ctx.replyWithDocument(new InputFile(Buffer.from(`${colour}\n`), "colour.txt"), { caption: "For your files" });
});

bot.on("message:document", async (ctx) => {
  const file = await ctx.getFile();
  const answer = await fetch(`${url}/file/bot${token}/${file.file_path}`);
  const bytes = await answer.arrayBuffer();
  await ctx.reply(`${ctx.message.document.file_name}: ${bytes.byteLength} bytes`);
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => bot.stop());
bot.start();
