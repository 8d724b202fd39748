using Directino.Web.Hosting;

return await WebProgram.Run(args);
