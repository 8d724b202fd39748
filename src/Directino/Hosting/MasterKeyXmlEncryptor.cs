using System.Text;
using System.Xml.Linq;
using Directino.Accounts.Tokens;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Hosting;

/// <summary>Data protection keys lie in the database, sealed by the master key that does not.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKey master) : IXmlEncryptor
{
    internal static readonly byte[] Context = "data-protection"u8.ToArray();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = master.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString()), Context);
        return new EncryptedXmlInfo(
            new XElement("sealed", new XAttribute("master", master.Version), Convert.ToBase64String(box)), typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Found by its name in the stored key.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = services.GetRequiredService<MasterKey>().Open(Convert.FromBase64String(encryptedElement.Value), MasterKeyXmlEncryptor.Context);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
